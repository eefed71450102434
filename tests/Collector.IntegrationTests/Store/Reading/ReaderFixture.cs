using Npgsql;
using Tidemark.Collector.Store.Embedded;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Reading;

/// <summary>A collector on its own PostgreSQL, and a connection like Grafana's.</summary>
public sealed class ReaderFixture : IAsyncLifetime, IDisposable
{
    private readonly TemporaryDirectory _temporary = new();
    private CollectorProcess? _collector;
    private NpgsqlDataSource? _reader;

    internal NpgsqlDataSource Reader => _reader!;

    internal string Root => Path.Combine(_temporary.Path, "pg");

    public async Task InitializeAsync()
    {
        _collector = await CollectorProcess.StartAsync(
            connectionString: null, new Dictionary<string, string> { [$"{EmbeddedPostgresOptions.Section}:Directory"] = Root });
        var reader = new NpgsqlConnectionStringBuilder(ClusterConnection.To(new ClusterDirectory(Root), EmbeddedPostgres.Database))
        {
            Username = "tidemark_reader",
            Password = (await File.ReadAllTextAsync(Path.Combine(Root, "reader-password"))).Trim(),
        };
        _reader = NpgsqlDataSource.Create(reader);
    }

    public async Task DisposeAsync()
    {
        if (_reader is not null) await _reader.DisposeAsync();
        if (_collector is null) return;
        await _collector.StopAsync();
        await _collector.DisposeAsync();
    }

    public void Dispose()
    {
        _reader?.Dispose();
        _temporary.Dispose();
    }
}
