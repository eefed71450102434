using Microsoft.Extensions.Logging.Abstractions;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing.Databases;

namespace Tidemark.Benchmarks.Outage;

/// <summary>A PostgreSQL with default settings that is stopped and restarted on the same port with the same data.</summary>
internal sealed class StoppableDatabase : IAsyncDisposable
{
    private readonly EmbeddedPostgresOptions _options;
    private EmbeddedPostgres? _postgres;

    public StoppableDatabase()
    {
        var directory = Path.Combine(Environment.GetEnvironmentVariable("TIDEMARK_BENCH_DIRECTORY") ?? Path.GetTempPath(), $"outage-{Environment.ProcessId}");
        CleanUp.AfterThisProcess(directory);
        _options = new EmbeddedPostgresOptions { Directory = Path.Combine(directory, "pg") };
    }

    /// <returns>The connection string, which does not change.</returns>
    public Task<string> StartAsync(CancellationToken cancellationToken)
    {
        _postgres = new EmbeddedPostgres(_options, TimeProvider.System, NullLogger<EmbeddedPostgres>.Instance);
        return _postgres.StartAsync(cancellationToken);
    }

    public async Task StopAsync()
    {
        if (_postgres is not null) await _postgres.DisposeAsync();
        _postgres = null;
    }

    public async ValueTask DisposeAsync() => await StopAsync();
}
