using Npgsql;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Store.Columns;
using Tidemark.Collector.Store.Schema;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Reads the numbers of the last minute from the rollups.</summary>
internal sealed class CurrentNumbersReader(ReadDatabase database)
{
    public async Task<CurrentNumbers> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.ReadCurrentNumbers, connection)
        {
            Parameters = { new() { Value = (double)CurrentNumbers.WindowSeconds } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new CurrentNumbers
        {
            AsOf = row.Get<DateTime>("as_of"),
            SessionsActive = row.Get<long>("sessions_active"),
            Operations = row.Get<long>("operations"),
            Errors = row.Get<long>("errors"),
            OperationsPerSecond = row.Get<double>("operations_per_second"),
            TokensPerSecond = row.Get<double>("tokens_per_second"),
            CostPerHour = row.Get<double>("cost_per_hour"),
            P50Ms = row.Value<double>("p50_ms"),
            P95Ms = row.Value<double>("p95_ms"),
            P99Ms = row.Value<double>("p99_ms"),
            HealthScore = row.Value<double>("health_score"),
            HealthStatus = row.Text("health_status"),
        };
    }

    /// <summary>The busiest models.</summary>
    public async Task<IReadOnlyList<ModelNumbers>> ReadModelsAsync(int limit, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.ReadCurrentModels, connection)
        {
            Parameters = { new() { Value = (double)CurrentNumbers.WindowSeconds }, new() { Value = limit } },
        };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        var models = new List<ModelNumbers>();
        while (await row.ReadAsync(cancellationToken))
        {
            models.Add(new ModelNumbers(
                row.Get<string>("model"),
                row.Get<double>("operations_per_second"),
                row.Get<double>("tokens_per_second"),
                row.Get<double>("cost_per_hour"),
                row.Get<double>("error_ratio"),
                row.Value<double>("p95_ms")));
        }

        return models;
    }
}
