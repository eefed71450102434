using Npgsql;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A database on which every alert rule must fire; two of them once some time has passed without a collector.</summary>
public sealed class TroubledDatabase : IAsyncLifetime
{
    // What no sender can bring about: a row that is missing behind its rollup, and one for which no partition was made.
    private const string Damage = """
        DELETE FROM tidemark_store.operations WHERE session_id = 's-unpriced';
        INSERT INTO tidemark_store.operations (trace_id, span_id, shard, started_at, duration_us, series, source)
        SELECT gen_random_uuid(), 1, 0, now() + interval '90 days', 1, min(number), 1 FROM tidemark_store.series;
        """;

    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    /// <summary>The moment at which its state was taken.</summary>
    internal DateTimeOffset TakenAt { get; private set; }

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync();
        await TroubledTraffic.SendAsync(_database.Sender, TimeProvider.System.GetUtcNow());
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now WHERE operations > 0");
        TakenAt = TimeProvider.System.GetUtcNow();
        await _database.FreezeAsync();
        await _database.ExecuteAsync(Damage);
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
