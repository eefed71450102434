using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Derive;
using Tidemark.Collector.Diagnostics;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Query;
using Tidemark.Collector.Receive;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>A collector inside the test process, composed as in Program.cs, with a wrong clock.</summary>
internal sealed class SkewedCollector : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SkewedCollector(WebApplication app, CollectorPorts ports)
    {
        _app = app;
        Http = new Uri($"http://127.0.0.1:{ports.Http}");
    }

    public Uri Http { get; }

    public Database Database => _app.Services.GetRequiredService<Database>();

    /// <param name="connectionString">Its database.</param>
    /// <param name="ahead">Offset of the clock.</param>
    /// <param name="settings">Configuration by key.</param>
    /// <param name="schema">The schema that it expects; null = this build's.</param>
    public static async Task<SkewedCollector> StartAsync(
        string connectionString, TimeSpan ahead, IReadOnlyDictionary<string, string> settings, DatabaseSchema? schema = null)
    {
        var ports = CollectorPorts.Free();
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>(settings.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value)))
        {
            ["ConnectionStrings:Tidemark"] = connectionString,
            ["Tidemark:Receive:Grpc"] = $"127.0.0.1:{ports.Grpc}",
            ["Tidemark:Receive:Http"] = $"127.0.0.1:{ports.Http}",
            ["Tidemark:Query:Listen"] = $"127.0.0.1:{ports.Api}",
            ["Tidemark:Diagnostics:Store"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        });
        builder.Services
            .AddReceive(builder.Configuration)
            .AddDecode(builder.Configuration)
            .AddRecognise(builder.Configuration)
            .AddDerive(builder.Configuration)
            .AddStore(builder.Configuration)
            .AddPublish(builder.Configuration)
            .AddPipeline(builder.Configuration)
            .AddQuery(builder.Configuration)
            .AddDiagnostics(builder.Configuration);
        builder.Services.AddSingleton(provider => new DatabaseTime(new SkewedTime(ahead), provider.GetRequiredService<ILogger<DatabaseTime>>()));
        if (schema is not null) builder.Services.AddSingleton(schema);
        var app = builder.Build();
        app.MapReceive();
        await app.StartAsync();
        await Eventually.TrueAsync(() => app.Services.GetRequiredService<Database>().IsReady, TimeSpan.FromMinutes(1));
        return new SkewedCollector(app, ports);
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
