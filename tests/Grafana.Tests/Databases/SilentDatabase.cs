using Npgsql;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A database with all kinds of problems, the last of which occurred an hour ago; nothing has arrived since.</summary>
public sealed class SilentDatabase : IAsyncLifetime
{
    private static readonly TimeSpan Silence = TimeSpan.FromHours(1);

    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    internal DateTimeOffset TakenAt { get; private set; }

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync();
        var then = TimeProvider.System.GetUtcNow() - Silence;
        await CalmTraffic.SendAsync(_database.Sender, then);
        await SteadyTraffic.SendAsync(_database.Sender, then);
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now");
        await _database.WaitForAsync("SELECT 1 - least(count(*), 1) FROM tidemark.sessions WHERE status <> 'ended'");
        TakenAt = TimeProvider.System.GetUtcNow();
        await _database.FreezeAsync();
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
