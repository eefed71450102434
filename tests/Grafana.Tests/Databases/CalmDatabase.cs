using Npgsql;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A database on which no alert rule may fire.</summary>
public sealed class CalmDatabase : IAsyncLifetime
{
    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    /// <summary>The time of its state.</summary>
    internal DateTimeOffset TakenAt { get; private set; }

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync();
        await CalmTraffic.SendAsync(_database.Sender, TimeProvider.System.GetUtcNow());
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now WHERE operations > 0");
        TakenAt = TimeProvider.System.GetUtcNow();
        await _database.FreezeAsync();
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
