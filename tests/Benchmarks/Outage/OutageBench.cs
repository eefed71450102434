using System.Globalization;
using Npgsql;
using Tidemark.Benchmarks.Running;
using Tidemark.Testing;
using Tidemark.Testing.Oracle;
using Tidemark.Testing.Processes;

namespace Tidemark.Benchmarks.Outage;

/// <summary>A collector under constant load whose database is stopped for a fifth of the run, in the middle.</summary>
internal sealed class OutageBench : IBenchmark
{
    private const int DefaultMinutes = 10;
    private const int DefaultRate = 2000;
    private const int Seed = 1;

    private static readonly TimeSpan LongestRecovery = TimeSpan.FromMinutes(5);

    public string Name => "outage";

    public string Summary => "memory, recovery and exactness over an outage of PostgreSQL; --minutes, --rate";

    /// <returns>1 if anything is lost, counted twice or drifts, or the collector has not recovered at the end.</returns>
    public async Task<int> RunAsync(Arguments arguments, CancellationToken cancellationToken)
    {
        var whole = TimeSpan.FromMinutes(arguments.Int("minutes", DefaultMinutes));
        var rate = arguments.Int("rate", DefaultRate);
        arguments.RefuseUnknown();
        await using var database = new StoppableDatabase();
        var connectionString = await database.StartAsync(cancellationToken);
        var settings = new Dictionary<string, string> { ["Logging:LogLevel:Default"] = "Warning" };
        await using var collector = await CollectorProcess.StartAsync(connectionString, settings, cancellationToken: cancellationToken);
        var record = new OracleRecord(Seed);
        using var load = new ConstantLoad(collector.Http, record, rate);
        var phases = await RunAsync(new Sampler(collector, record), load, database, whole, rate, cancellationToken);

        await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
        var verdict = await OracleCheck.RunAsync(source, record, cancellationToken);
        Console.WriteLine(
            $"issued={verdict.Issued} acked={verdict.Acknowledged} stuck={verdict.Stuck} invented={verdict.Invented} changed={verdict.Changed} "
                + $"drift={verdict.Drift} "
            + $"wrong_events={verdict.WrongEvents} ledger_gap={verdict.LedgerGap} refusal={verdict.Refusal ?? "none"}");
        Console.WriteLine(load.Describe());
        Console.WriteLine($"{phases.Describe()} lost={verdict.Lost} double={verdict.Double}");
        return verdict.IsClean && phases.Recovery.Whole is not null ? 0 : 1;
    }

    private static async Task<Phases> RunAsync(
        Sampler sampler, ConstantLoad load, StoppableDatabase database, TimeSpan whole, int rate, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var sampling = sampler.RunAsync(end.Token);
        var sending = load.RunAsync(stop.Token, end.Token);
        await Task.Delay(whole * 0.4, TimeProvider.System, cancellationToken);

        Print("PostgreSQL is stopped.");
        await database.StopAsync();
        var gone = sampler.Now;
        await Task.Delay(whole * 0.2, TimeProvider.System, cancellationToken);
        await database.StartAsync(cancellationToken);
        var back = sampler.Now;
        Print("PostgreSQL is back.");

        await Eventually.TrueAsync(
            () => Since().Whole is not null || sampling.IsCompleted || sampler.Now - back > LongestRecovery, LongestRecovery * 2, cancellationToken);
        var recovered = sampler.Now;
        var left = (whole * 0.4) - (recovered - back);
        // Long enough to distinguish a plateau from a slope, even in a short run.
        await Task.Delay(left > TimeSpan.FromSeconds(10) ? left : TimeSpan.FromSeconds(10), TimeProvider.System, cancellationToken);
        await stop.CancelAsync();
        end.CancelAfter(LongestRecovery);
        await sending;
        await end.CancelAsync();
        await sampling;
        return new Phases(
            sampler.Between(default, gone), sampler.Between(gone, back), sampler.Between(back, recovered), sampler.Between(recovered, TimeSpan.MaxValue),
            Since());

        Recovery Since() => Recovery.Of([.. sampler.Between(gone, back).TakeLast(1), .. sampler.Between(back, TimeSpan.MaxValue)], back, rate);

        void Print(string what) => Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sampler.Now.TotalSeconds,5:F0} s  {what}"));
    }
}
