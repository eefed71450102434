using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Processes;

namespace Tidemark.Instrumentation.Tests.EndToEnd;

/// <summary>A real collector with a real database, and a directory for the samples' undelivered telemetry.</summary>
internal sealed class Stack : IAsyncDisposable
{
    private readonly TemporaryDirectory _directory = new();

    private Stack(TestDatabase database, CollectorProcess collector)
    {
        Database = database;
        Collector = collector;
    }

    public TestDatabase Database { get; }

    public CollectorProcess Collector { get; }

    /// <summary>Directory of the samples' undelivered telemetry.</summary>
    public string KeptOnDisk => _directory.Path;

    public static async Task<Stack> StartAsync()
    {
        var database = await TestDatabase.CreateAsync();
        return new Stack(database, await CollectorProcess.StartAsync(database.ConnectionString));
    }

    public SampleProcess StartMinimalApi() => SampleProcess.Start(
        "MinimalApi",
        new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = Collector.Grpc.AbsoluteUri,
            ["XDG_DATA_HOME"] = _directory.Path,
        },
        "--urls",
        "http://127.0.0.1:0");

    public Task<long> CountAsync(string from) => Database.ScalarAsync<long>($"SELECT count(*) FROM {from}");

    public async ValueTask DisposeAsync()
    {
        await Collector.DisposeAsync();
        await Database.DisposeAsync();
        _directory.Dispose();
    }
}
