using System.Collections.Concurrent;
using System.Diagnostics;
using Npgsql;
using Tidemark.Benchmarks.Query;

namespace Tidemark.Benchmarks.Soak;

/// <summary>Asks what all dashboards ask, one statement after the other, over and over.</summary>
internal sealed class Readers(NpgsqlDataSource database)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ConcurrentQueue<double> _times = new();

    /// <summary>Milliseconds of the statements since it was last asked, ascending.</summary>
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
            // Being stopped is how this ends.
        }
    }

    private async Task ReadAsync(TimedStatement statement, CancellationToken cancellationToken)
    {
        await using var command = database.CreateCommand(statement.Sql);
        await using var reader = await command.ExecuteReaderAsync(cancellationToken);
        while (await reader.ReadAsync(cancellationToken))
        {
            // Every row crosses the wire, as for a dashboard.
        }
    }
}
