using Npgsql;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A new database, before anything has arrived.</summary>
public sealed class EmptyDatabase : IAsyncLifetime
{
    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync();
        await _database.FreezeAsync();
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
