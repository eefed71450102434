using Npgsql;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A day of thirty services with fifteen models, forty-two agents and four hundred users.</summary>
public sealed class WideDatabase : IAsyncLifetime
{
    /// <summary>One of its sessions.</summary>
    public const string Session = WideTraffic.Session;

    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync();
        await WideTraffic.SendAsync(_database.Sender, TimeProvider.System.GetUtcNow());
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now WHERE operations > 0");
        await _database.FreezeAsync();
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
