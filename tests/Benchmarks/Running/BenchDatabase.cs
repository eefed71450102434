using Microsoft.Extensions.Logging.Abstractions;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing.Databases;

namespace Tidemark.Benchmarks.Running;

/// <summary>A temporary embedded PostgreSQL with default settings.</summary>
internal sealed class BenchDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgres _postgres;

    private BenchDatabase(EmbeddedPostgres postgres) => _postgres = postgres;

    public string ConnectionString { get; private set; } = "";

    public static Task<BenchDatabase> StartAsync(CancellationToken cancellationToken) => StartAsync(new Dictionary<string, string>(), cancellationToken);

    /// <param name="settings">Additional server settings, by PostgreSQL's names.</param>
    public static async Task<BenchDatabase> StartAsync(IReadOnlyDictionary<string, string> settings, CancellationToken cancellationToken)
    {
        // The disk is part of the measurement, and the system's temporary folder may be in memory: dev sets a folder beside its own database.
        var home = Environment.GetEnvironmentVariable("TIDEMARK_BENCH_DIRECTORY") ?? Path.GetTempPath();
        var directory = Path.Combine(home, $"bench-{Environment.ProcessId}");
        CleanUp.AfterThisProcess(directory);
        var options = new EmbeddedPostgresOptions { Directory = Path.Combine(directory, "pg") };
        foreach (var (name, value) in settings) options.Settings[name] = value;
        var database = new BenchDatabase(new EmbeddedPostgres(options, TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance));
        database.ConnectionString = await database._postgres.StartAsync(cancellationToken);
        return database;
    }

    public ValueTask DisposeAsync() => _postgres.DisposeAsync();
}
