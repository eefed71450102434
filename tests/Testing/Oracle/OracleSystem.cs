using Npgsql;

namespace Tidemark.Testing.Oracle;

/// <summary>Several collectors on one database.</summary>
internal sealed class OracleSystem : IAsyncDisposable
{
    // Limits that are reached in a run of seconds, and at different times in a run of minutes.
    private const string Budgets =
        """
        INSERT INTO tidemark.budgets (name, scope, value, period, limit_usd, limit_tokens) VALUES
            ('all', 'all', NULL, 'day', 1, NULL), ('each user', 'user', NULL, 'month', 1, NULL), ('one user', 'user', 'user-3', 'week', NULL, 500000),
            ('each team', 'label:team', NULL, 'week', 2, NULL), ('each agent', 'agent', NULL, 'day', NULL, 1000000)
        """;

    private readonly List<OracleCollector> _collectors = [];

    private OracleSystem(OracleCluster cluster, string connectionString)
    {
        Cluster = cluster;
        // A pool would return connections that a crash has closed.
        DataSource = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString);
    }

    public OracleCluster Cluster { get; }

    /// <summary>Connects directly to the database, without the proxies.</summary>
    public NpgsqlDataSource DataSource { get; }

    public IReadOnlyList<OracleCollector> Collectors => _collectors;

    /// <summary>Number of killed collectors and servers.</summary>
    public int Kills { get; set; }

    public static async Task<OracleSystem> StartAsync(OracleCluster cluster, OracleOptions options, CancellationToken cancellationToken)
    {
        var connectionString = await cluster.CreateDatabaseAsync(cancellationToken);
        var system = new OracleSystem(cluster, connectionString);
        var settings = new Dictionary<string, string>(options.Settings)
        {
            ["Logging:LogLevel:Default"] = "Warning",
            // A statement without a response ends within the duration of the fault.
            ["Tidemark:Store:CommandTimeout"] = "00:00:05",
        };
        try
        {
            for (var i = 0; i < options.Collectors; i++)
                system._collectors.Add(await OracleCollector.StartAsync(connectionString, settings, cancellationToken));
            await system.ExecuteAsync(Budgets, cancellationToken);
            return system;
        }
        catch
        {
            await system.DisposeAsync();
            throw;
        }
    }

    public OracleCollector Any(Random random) => _collectors[random.Next(_collectors.Count)];

    public async Task ExecuteAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = DataSource.CreateCommand(sql);
        await command.ExecuteNonQueryAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var collector in _collectors) await collector.DisposeAsync();
        await DataSource.DisposeAsync();
    }
}
