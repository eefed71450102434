using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tidemark.Collector.Decode;
using Tidemark.Collector.Diagnostics.Commands;
using Tidemark.Collector.Hosting;
using Tidemark.Collector.Pipeline;
using Tidemark.Collector.Receive;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Receive and Decode on a real Kestrel with an in-memory pipeline.</summary>
internal sealed class ReceiveHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ReceiveHost(WebApplication app, IngestInMemory ingest, LogInMemory log)
    {
        _app = app;
        Ingest = ingest;
        Log = log;
        Http = AddressOf(ReceiveServices.HttpListener);
        Grpc = AddressOf(ReceiveServices.GrpcListener);
    }

    public IngestInMemory Ingest { get; }

    public LogInMemory Log { get; }

    public Uri Http { get; }

    public Uri Grpc { get; }

    public IServiceProvider Services => _app.Services;

    /// <param name="settings">Keys below <c>Tidemark:</c>, as in <c>Receive:MaxRequestBytes</c>.</param>
    public static async Task<ReceiveHost> StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration.AddDefaultSettings();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Tidemark:Receive:Grpc"] = "127.0.0.1:0",
            ["Tidemark:Receive:Http"] = "127.0.0.1:0",
        });
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Tidemark:{setting.Key}", (string?)setting.Value)));

        var ingest = new IngestInMemory();
        var log = new LogInMemory();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.Services.AddSingleton<IIngest>(ingest).AddReceive(builder.Configuration).AddDecode(builder.Configuration);

        if (ConfigurationErrors.Of(builder.Services) is { Count: > 0 } errors) throw new InvalidOperationException(string.Join('\n', errors));

        var app = builder.Build();
        app.MapReceive();
        await app.StartAsync();
        return new ReceiveHost(app, ingest, log);
    }

    public HttpClient CreateHttpClient() => new() { BaseAddress = Http, Timeout = TimeSpan.FromSeconds(30) };

    public GrpcClient CreateGrpcClient() => new(Grpc);

    public IPEndPoint EndPoint(string listener) => _app.Services.GetRequiredService<KestrelListeners>().EndPointsOf(listener).Single();

    // A disabled listener has no address: port 9 is closed.
    private Uri AddressOf(string listener)
    {
        var open = _app.Services.GetRequiredService<KestrelListeners>().EndPointsOf(listener);
        return new Uri($"http://{(open.Count > 0 ? open[0] : new IPEndPoint(IPAddress.Loopback, 9))}");
    }

    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
