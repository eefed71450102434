using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Monitors the availability of the replica for reading; does nothing without one.</summary>
internal sealed class ReplicaWatch(ReadDatabase reading, StoreOptions options, TimeProvider time) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await Task.Yield();
        if (options.ReadConnectionString is not { } connectionString) return;
        reading.Use(DataSource.CreateForReading(connectionString, options));
        try
        {
            while (true)
            {
                await LookAsync(stoppingToken);
                await Task.Delay(options.ProbeInterval, time, stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // The regular end: the collector is stopping.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await reading.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(Statement.HasEvents, connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is true) reading.MarkReady();
            else reading.MarkAway("The database has no Tidemark schema. Use a replica of the database in ConnectionStrings:Tidemark.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            reading.MarkAway(DatabaseFailure.Describe(exception));
        }
    }
}
