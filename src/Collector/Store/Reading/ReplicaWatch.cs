using Npgsql;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Watches whether the replica that is read from can be used; does nothing where there is none.</summary>
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
            // Stopping is how this ends.
        }
    }

    private async Task LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var connection = await reading.OpenAsync(cancellationToken);
            await using var command = new NpgsqlCommand(Statement.HasEvents, connection);
            if (await command.ExecuteScalarAsync(cancellationToken) is true) reading.MarkReady();
            else reading.MarkAway("This database holds no Tidemark schema. Name a replica of the database that ConnectionStrings:Tidemark names.");
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            reading.MarkAway(DatabaseFailure.Describe(exception));
        }
    }
}
