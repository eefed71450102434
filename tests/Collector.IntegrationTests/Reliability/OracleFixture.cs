using Tidemark.Testing.Oracle;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>One PostgreSQL for all runs of the oracle.</summary>
public sealed class OracleFixture : IAsyncLifetime
{
    private static readonly Dictionary<string, string> Settings = new()
    {
        // Only processes crash, not the machine: data written by PostgreSQL remains in the system's cache.
        ["fsync"] = "off",
        // Asynchronous commits are flushed only after this time, so that an injected fault has an effect.
        ["wal_writer_delay"] = "10s",
        ["wal_writer_flush_after"] = "1GB",
    };

    internal OracleCluster Cluster { get; private set; } = null!;

    public async Task InitializeAsync() => Cluster = await OracleCluster.StartAsync(home: null, Settings, CancellationToken.None);

    public async Task DisposeAsync() => await Cluster.DisposeAsync();
}
