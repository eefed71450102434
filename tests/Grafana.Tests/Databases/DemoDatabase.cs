using Npgsql;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>
/// What <c>./dev up</c> shows after ten minutes: the operations of its fleets, played ten times faster. Where TIDEMARK_DEMO_DATABASE names a
/// database (of a demo that has run for ten minutes), that one is used instead.
/// </summary>
public sealed class DemoDatabase : IAsyncLifetime
{
    private const int Faster = 10;

    private static readonly TimeSpan Demo = TimeSpan.FromMinutes(10);

    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader { get; private set; } = null!;

    /// <summary>Operations sent by each service; empty if the demo ran separately.</summary>
    internal IReadOnlyDictionary<string, long> Sent { get; private set; } = new Dictionary<string, long>();

    /// <summary>The session with most operations, for the dashboard of one session.</summary>
    internal string Session { get; private set; } = "";

    public async Task InitializeAsync()
    {
        if (System.Environment.GetEnvironmentVariable("TIDEMARK_DEMO_DATABASE") is { Length: > 0 } running) Reader = NpgsqlDataSource.Create(running);
        else await PlayAsync();
        await using var busiest =
            Reader.CreateCommand("SELECT session_id FROM tidemark.sessions WHERE conversations > 0 ORDER BY operations DESC, session_id LIMIT 1");
        Session = (string)(await busiest.ExecuteScalarAsync())!;
    }

    public async Task DisposeAsync()
    {
        if (_database is not null) await _database.DisposeAsync();
        else await Reader.DisposeAsync();
    }

    private async Task PlayAsync()
    {
        _database = await CollectedDatabase.StartAsync(new Dictionary<string, string>
        {
            ["Tidemark:Diagnostics:Store"] = "true",
            ["Tidemark:Store:CheckInterval"] = "00:00:02",
        });
        Reader = _database.Reader;
        var fleets = DemoFleet.ReadAll();
        var sent = await Task.WhenAll(fleets.Select((fleet, seed) => AgentFleetRun.PlayAsync(_database.Grpc, fleet, Demo, Faster, seed)));
        Sent = fleets.Zip(sent).ToDictionary(played => played.First.Service, played => played.Second);
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now WHERE operations > 0");
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.rollup_drift");
    }
}
