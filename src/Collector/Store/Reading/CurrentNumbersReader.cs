using Npgsql;
using Tidemark.Collector.Model;
using Tidemark.Collector.Store.Statements;

namespace Tidemark.Collector.Store.Reading;

/// <summary>Reads what the last minute came to, from the rollups.</summary>
internal sealed class CurrentNumbersReader(ReadDatabase database)
{
    public async Task<CurrentNumbers> ReadAsync(CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(Statement.ReadCurrentNumbers, connection) { Parameters = { new() { Value = (double)CurrentNumbers.WindowSeconds } } };
        await using var row = await command.ExecuteReaderAsync(cancellationToken);
        await row.ReadAsync(cancellationToken);
        return new CurrentNumbers
        {
            AsOf = row.GetDateTime(0),
            SessionsActive = row.GetInt64(1),
            Operations = row.GetInt64(2),
            Errors = row.GetInt64(3),
            OperationsPerSecond = row.GetDouble(4),
            TokensPerSecond = row.GetDouble(5),
            CostPerHour = row.GetDouble(6),
            P50Ms = NumberAt(row, 7),
            P95Ms = NumberAt(row, 8),
            P99Ms = NumberAt(row, 9),
            HealthScore = NumberAt(row, 10),
            HealthStatus = row.IsDBNull(11) ? null : row.GetString(11),
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
            models.Add(new ModelNumbers(row.GetString(0), row.GetDouble(1), row.GetDouble(2), row.GetDouble(3), row.GetDouble(4), NumberAt(row, 5)));
        }

        return models;
    }

    private static double? NumberAt(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDouble(column);
}
