using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Tidemark.Benchmarks.Query;

namespace Tidemark.Benchmarks.Soak;

/// <summary>Runs the queries of all dashboards one after another, repeatedly.</summary>
internal sealed class Readers(NpgsqlDataSource database)
{
    private const string Activity = """
        SELECT format('  %s %s %s/%s blocked by %s for %s s: %s', pid, state, wait_event_type, wait_event, pg_blocking_pids(pid),
            extract(epoch FROM clock_timestamp() - query_start)::int, left(regexp_replace(query, '\s+', ' ', 'g'), 300))
        FROM pg_stat_activity
        WHERE datname = current_database() AND state <> 'idle' AND pid <> pg_backend_pid()
        """;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    /// <summary>Well above the time that any query should take, and below Npgsql's timeout.</summary>
    private static readonly TimeSpan Slow = TimeSpan.FromSeconds(5);

    private readonly ConcurrentQueue<double> _times = new();

    /// <summary>Number of statements that failed.</summary>
    public int Failed { get; private set; }

    /// <summary>Milliseconds of the statements since the previous call, ascending.</summary>
    public double[] TakeTimes()
    {
        var times = new List<double>();
        while (_times.TryDequeue(out var time)) times.Add(time);
        return [.. times.Order()];
    }

    public async Task RunAsync(CancellationToken stop)
    {
        try
        {
            while (true)
            {
                foreach (var statement in DashboardStatements.All("steady-1"))
                {
                    var began = Stopwatch.GetTimestamp();
                    await ReadAsync(statement, stop);
                    _times.Enqueue(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
                    await Task.Delay(Pause, TimeProvider.System, stop);
                }
            }
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancellation is the normal end.
        }
    }

    /// <summary>Reports slow statements, with the server's activity; counts statements that fail.</summary>
    private async Task ReadAsync(TimedStatement statement, CancellationToken cancellationToken)
    {
        var reading = AnswerAsync(statement.Sql, cancellationToken);
        try
        {
            await reading.WaitAsync(Slow, TimeProvider.System, cancellationToken);
        }
        catch (TimeoutException)
        {
            Console.WriteLine($"slow: {statement.Name}\n{await ActivityAsync(cancellationToken)}");
            await FinishAsync(reading, statement.Name);
        }
    }

    private async Task FinishAsync(Task reading, string name)
    {
        try
        {
            await reading;
        }
        catch (NpgsqlException exception)
        {
            Failed++;
            Console.WriteLine($"failed: {name}: {exception.Message}");
        }
    }

    private async Task AnswerAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // All rows are transferred, as for a dashboard.
        }
    }

    private async Task<string> ActivityAsync(CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(Activity);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(cancellationToken)) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
