using Tidemark.Testing.Oracle.Faults;

namespace Tidemark.Testing.Oracle;

/// <summary>Runs producers and collectors under faults, then waits and checks the result.</summary>
internal static class OracleRun
{
    private static readonly TimeSpan RecoveryDeadline = TimeSpan.FromMinutes(3);

    // After a run of twenty minutes, tens of thousands of traces are to be resolved, possibly on a busy machine.
    private static readonly TimeSpan SettleDeadline = TimeSpan.FromMinutes(15);

    /// <param name="report">Receives a line per fault.</param>
    public static async Task<OracleVerdict> RunAsync(OracleSystem system, OracleOptions options, Action<string> report, CancellationToken cancellationToken)
    {
        var record = new OracleRecord(options.Seed, options.Latest);
        var producers = Enumerable.Range(1, options.Producers).Select(i => new Producer(options, system, record, options.Seed + i)).ToArray();
        try
        {
            using (var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken))
            {
                var running = producers.Select(producer => producer.RunAsync(stop.Token)).ToArray();
                await StrikeAsync(system, options, report, cancellationToken);
                await Eventually.TrueAsync(() => record.Replayed >= options.LeastReplayed, RecoveryDeadline, cancellationToken);
                await stop.CancelAsync();
                await Task.WhenAll(running);
            }

            report($"quiet: {record.Issued.Count} issued, {record.Acknowledged} acknowledged, {record.Waiting} to send again, {record.Replayed} replayed");
            await DrainAsync(producers, cancellationToken);
            var deaf = 0;
            foreach (var collector in system.Collectors)
            {
                if (!await producers[0].ReachesAsync(collector, RecoveryDeadline)) deaf++;
            }

            await DrainAsync(producers, cancellationToken);
            if (options.Latest is not null) await SettleAsync(system, cancellationToken);
            return await OracleCheck.RunAsync(system.DataSource, record, cancellationToken) with { Deaf = deaf, Kills = system.Kills };
        }
        finally
        {
            foreach (var producer in producers) producer.Dispose();
        }
    }

    private static async Task StrikeAsync(OracleSystem system, OracleOptions options, Action<string> report, CancellationToken cancellationToken)
    {
        var time = TimeProvider.System;
        var started = time.GetTimestamp();
        var random = new Random(options.Seed);
        IFault[] deck = [.. options.Faults];
        var strikes = 0;
        do
        {
            random.Shuffle(deck);
            foreach (var fault in deck)
            {
                await Task.Delay(options.Pause * random.NextDouble(), time, cancellationToken);
                if (IsOver()) return;
                var struck = time.GetElapsedTime(started);
                await fault.StrikeAsync(system, random, cancellationToken);
                strikes++;
                report($"{struck.TotalSeconds,7:F1} s {fault.GetType().Name}, over after {(time.GetElapsedTime(started) - struck).TotalSeconds:F1} s");
            }

            if (deck.Length == 0) await Task.Delay(options.Duration, time, cancellationToken);
        }
        while (!IsOver());

        bool IsOver() => time.GetElapsedTime(started) >= options.Duration && (strikes >= options.LeastStrikes || deck.Length == 0);
    }

    /// <summary>
    /// Until all waits of all traces are over (60 s at most by default); what comes after minutes are last looks at traces that may not be whole.
    /// </summary>
    private static Task SettleAsync(OracleSystem system, CancellationToken cancellationToken) => Eventually.TrueAsync(
        async () =>
        {
            await using var command =
                system.DataSource.CreateCommand(
                    "SELECT count(*) FROM tidemark_store.trace_queue WHERE due_at < now() OR since > now() - interval '70 seconds'");
            return await command.ExecuteScalarAsync(cancellationToken) is 0L;
        },
        SettleDeadline,
        cancellationToken);

    private static async Task DrainAsync(Producer[] producers, CancellationToken cancellationToken)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        deadline.CancelAfter(RecoveryDeadline);
        try
        {
            await Task.WhenAll(producers.Select(producer => producer.DrainAsync(deadline.Token)));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Unacknowledged calls count as stuck.
        }
    }
}
