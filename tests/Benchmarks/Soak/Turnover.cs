using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Testing;
using Tidemark.Testing.Databases;

namespace Tidemark.Benchmarks.Soak;

/// <summary>Drops the days that have expired by an accelerated clock, as the collector does by the real one.</summary>
internal sealed class Turnover(NpgsqlDataSource database, QuickTime time)
{
    /// <summary>Retention in days of the accelerated clock.</summary>
    private const int KeptDays = 3;

    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(20);

    private readonly StoreOptions _options = new();

    /// <summary>Number of partitions dropped.</summary>
    public int Dropped { get; private set; }

    /// <summary>Number of times that a partition was in use and left for the next run.</summary>
    public int Delayed { get; private set; }

    public async Task RunAsync(CancellationToken stop)
    {
        using var timer = new PeriodicTimer(Interval);
        try
        {
            while (await timer.WaitForNextTickAsync(stop)) await TryKeepAsync(stop);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // Cancellation is the normal end.
        }
    }

    private async Task TryKeepAsync(CancellationToken cancellationToken)
    {
        try
        {
            await KeepAsync(cancellationToken);
        }
        catch (PostgresException exception) when (DatabaseFailure.IsLocked(exception))
        {
            Delayed++;
        }
    }

    private async Task KeepAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        var before = await ListAsync(connection, cancellationToken);
        var clock = new FakeTime(time.GetUtcNow() + TimeSpan.FromDays(_options.RetentionDays - KeptDays));
        await new PartitionKeeper(_options, SchemaLocks.Default, clock, NullLogger<PartitionKeeper>.Instance).KeepAsync(connection, cancellationToken);
        await new OldRows(_options, clock).ForgetAsync(connection, cancellationToken);
        Dropped += before.Except(await ListAsync(connection, cancellationToken)).Count();
    }

    private static async Task<string[]> ListAsync(NpgsqlConnection connection, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(
            "SELECT array_agg(inhrelid::regclass::text) FROM pg_inherits WHERE inhparent = 'tidemark_store.operations'::regclass", connection);
        return (string[])(await command.ExecuteScalarAsync(cancellationToken))!;
    }
}
