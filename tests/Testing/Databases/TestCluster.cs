using Microsoft.Extensions.Logging.Abstractions;
using Tidemark.Collector.Store.Embedded;

namespace Tidemark.Testing.Databases;

/// <summary>The PostgreSQL of a test process: the collector's embedded one, started on first use, shared by all tests, deleted after the process.</summary>
internal static class TestCluster
{
    private static readonly Lazy<Task<string>> Started = new(StartAsync);

    /// <summary>Connection string of the cluster's owner. Tests create their databases with <see cref="TestDatabase"/>.</summary>
    public static Task<string> ConnectionStringAsync() => Started.Value;

    private static async Task<string> StartAsync()
    {
        var temporary = new TemporaryDirectory();
        CleanUp.AfterThisProcess(temporary.Path);
        var options = new EmbeddedPostgresOptions
        {
            Directory = Path.Combine(temporary.Path, "pg"),
            // Its data need not survive a power failure.
            Settings = { ["max_connections"] = "300", ["fsync"] = "off", ["full_page_writes"] = "off" },
        };
        return await new EmbeddedPostgres(options, TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance).StartAsync(CancellationToken.None);
    }
}
