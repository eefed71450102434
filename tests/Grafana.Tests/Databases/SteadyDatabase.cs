using Npgsql;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A database with <see cref="SteadyTraffic"/> of the last minutes, and a collector that keeps refreshing its windows.</summary>
public sealed class SteadyDatabase : IAsyncLifetime
{
    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync();
        await SteadyTraffic.SendAsync(_database.Sender, TimeProvider.System.GetUtcNow());
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now WHERE operations > 0");
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
