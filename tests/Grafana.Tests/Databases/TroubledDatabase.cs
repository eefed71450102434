using System.Globalization;
using Npgsql;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A database on which every alert rule must fire; two of them once some time has passed without a collector.</summary>
public sealed class TroubledDatabase : IAsyncLifetime
{
    // States that no sender can cause: a row that is missing although its rollup counts it, which the self-check finds, ...
    private const string Missing = "DELETE FROM tidemark_store.operations WHERE session_id = 's-unpriced'";

    // ... and a row without a partition.
    private const string Quarantined = """
        INSERT INTO tidemark_store.operations (trace_id, span_id, trace_hash, shard, started_at, duration_us, series, source)
        SELECT gen_random_uuid(), 1, 0, 0, now() + interval '90 days', 1, min(number), 1 FROM tidemark_store.series
        """;

    // One budget is exceeded, the other is projected to be.
    private const string Budgets = """
        INSERT INTO tidemark.budgets (name, scope, period, limit_tokens, limit_usd) VALUES ('tiny', 'all', 'month', 1, NULL);
        INSERT INTO tidemark.budgets (name, scope, period, time_zone, limit_usd)
        SELECT 'tight', 'all', 'day', zone.name, s.cost_usd * 1.5
        FROM (SELECT name FROM pg_timezone_names WHERE name LIKE 'Etc/GMT%' AND extract(hour FROM now() AT TIME ZONE name) = 12 ORDER BY name LIMIT 1) AS zone
        CROSS JOIN LATERAL (SELECT sum(cost_usd) AS cost_usd FROM tidemark.stats(now() - interval '12 hours', now())) s
        """;

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Tidemark:Store:CheckInterval"] = "00:00:01",
        ["Tidemark:Recognise:MaxLabels"] = TroubledTraffic.MaxLabels.ToString(CultureInfo.InvariantCulture),
    };

    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    /// <summary>The time of its state.</summary>
    internal DateTimeOffset TakenAt { get; private set; }

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync(Settings);
        await TroubledTraffic.SendAsync(_database.Sender, TimeProvider.System.GetUtcNow());
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now WHERE operations > 0");
        await _database.ExecuteAsync(Budgets);
        await _database.ExecuteAsync(Missing);
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.rollup_drift WHERE drift <> 0");
        TakenAt = TimeProvider.System.GetUtcNow();
        await _database.FreezeAsync();
        await _database.ExecuteAsync(Quarantined);
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
