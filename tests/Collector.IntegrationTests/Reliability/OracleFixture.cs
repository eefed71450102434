using Tidemark.Testing.Oracle;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>One PostgreSQL for all runs of the oracle.</summary>
public sealed class OracleFixture : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        // Only processes crash here, never the machine: what PostgreSQL has written, the system still has.
        ["fsync"] = "off",
        // Commits that do not wait for the log stay out of it this long, so that a planted fault shows at once.
        ["wal_writer_delay"] = "10s",
        ["wal_writer_flush_after"] = "1GB",
    };

    internal OracleCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync() => Cluster = await OracleCluster.StartAsync(home: null, Settings, CancellationToken.None);

    public async Task DisposeAsync() => await Cluster.DisposeAsync();
}
