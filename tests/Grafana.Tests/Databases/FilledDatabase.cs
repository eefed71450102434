using Npgsql;
using Tidemark.Grafana.Tests.Traffic;

namespace Tidemark.Grafana.Tests.Databases;

/// <summary>A database filled by a real collector over OTLP, with the sample fleet's traffic and some of everything else.</summary>
public sealed class FilledDatabase : IAsyncLifetime
{
    /// <summary>The session that dashboards of one session look at.</summary>
    public const string Session = EverydayTraffic.Session;

    private const int FleetOperations = 3000;

    private static readonly Dictionary<string, string> Settings = new()
    {
        ["Tidemark:Derive:CostBudgetUsd"] = "5",
        ["Tidemark:Store:CheckInterval"] = "00:00:02",
        ["Tidemark:Pipeline:BudgetInterval"] = "00:00:01",
    };

    private CollectedDatabase? _database;

    internal NpgsqlDataSource Reader => _database!.Reader;

    public async Task InitializeAsync()
    {
        _database = await CollectedDatabase.StartAsync(Settings);
        await EverydayTraffic.SendAsync(_database.Sender, TimeProvider.System.GetUtcNow());
        await CodingTraffic.SendAsync(_database.Sender, TimeProvider.System.GetUtcNow());
        await _database.ExecuteAsync("INSERT INTO tidemark.plans (service, monthly_usd, note) VALUES ('claude-code', 100, 'each developer')");
        await AgentFleetRun.PlayAsync(_database.Grpc, FleetOperations, seed: 7);
        await _database.ExecuteAsync("INSERT INTO tidemark.budgets (name, scope, limit_tokens) VALUES ('tiny', 'all', 1), ('each', 'user', 1000000)");
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.session_events WHERE event_type = 'budget_threshold'");
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.windows_now WHERE operations > 0");
        await _database.WaitForAsync("SELECT count(*) FROM tidemark.rollup_drift");
        await _database.ExecuteAsync("ANALYZE");
    }

    public async Task DisposeAsync() => await _database!.DisposeAsync();
}
