using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Registration;

/// <summary>However an app combines Tidemark and OpenTelemetry, each span, metric and log record is sent once, and spans have their session.</summary>
public sealed class CombinationTests : IDisposable
{
    private static readonly Dictionary<string, Action<HostApplicationBuilder>> Steps = new()
    {
        ["builder"] = static builder => builder.AddTidemark(),
        ["services"] = static builder => builder.Services.AddTidemark("app"),
        ["with"] = static builder => builder.Services.AddOpenTelemetry().WithTidemark(),
        ["parts"] = static builder => builder.Services.AddOpenTelemetry()
            .WithTracing(static tracing => tracing.AddTidemark())
            .WithMetrics(static metrics => metrics.AddTidemark())
            .WithLogging(static logging => logging.AddTidemark()),
        ["use"] = static builder => builder.Services.AddOpenTelemetry().UseOtlpExporter(),
        ["own"] = static builder => builder.Services.AddOpenTelemetry()
            .WithTracing(static tracing => tracing.AddOtlpExporter())
            .WithMetrics(static metrics => metrics.AddOtlpExporter())
            .WithLogging(static logging => logging.AddOtlpExporter()),
        ["logging"] = static builder => builder.Logging.AddOpenTelemetry(static logging => logging.IncludeScopes = true),
        ["defaults"] = AddServiceDefaults,
    };

    private readonly TemporaryDirectory _directory = new();
    private readonly string _id = Guid.NewGuid().ToString("N");

    public void Dispose() => _directory.Dispose();

    /// <summary>All combinations that export, in every order.</summary>
    public static TheoryData<string> Sets() =>
    [
        "builder", "builder services", "builder with", "services parts logging", "builder use", "builder own", "with use", "with own logging",
        "builder with use", "builder logging use", "services parts own", "defaults builder", "defaults with builder",
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public async Task Set_InEveryOrder_SendsEachSignalOnce(string set)
    {
        foreach (var order in Orders(set.Split(' ')))
        {
            await using var sink = await OtlpSink.StartAsync();
            await RunAsync(sink.Endpoint, order, explicitEndpoint: null);

            var reported = string.Join(' ', order);
            Assert.Equal((reported, 1), (reported, sink.Count("/v1/traces", $"chat model-{_id}")));
            Assert.Equal((reported, 1), (reported, sink.Count("/v1/traces", $"root-{_id}")));
            Assert.Equal((reported, 1), (reported, sink.Count("/v1/logs", $"said {_id}")));
            Assert.Equal((reported, 1), (reported, sink.Count("/v1/metrics", $"count-{_id}")));

            // .NET creates a span for each HTTP request; a package that also records it must not create a second one.
            var records = order.Any(static step => step is "builder" or "services" or "defaults") ? 1 : 0;
            Assert.Equal((reported, records), (reported, sink.Count("/v1/traces", $"{sink.Endpoint}asked-{_id}")));

            // Both spans and the log record have the session id, as have session.start and session.end.
            Assert.Equal((reported, 2), (reported, sink.Count("/v1/traces", $"s-{_id}")));
        }
    }

    [Fact]
    public async Task AddTidemark_EndpointOfItsOwn_SendsToBoth()
    {
        await using var dashboard = await OtlpSink.StartAsync();
        await using var collector = await OtlpSink.StartAsync();
        await RunAsync(dashboard.Endpoint, ["defaults", "builder"], collector.Endpoint);

        Assert.Equal((1, 1), (dashboard.Count("/v1/traces", $"chat model-{_id}"), collector.Count("/v1/traces", $"chat model-{_id}")));
        Assert.Equal((1, 1), (dashboard.Count("/v1/logs", $"said {_id}"), collector.Count("/v1/logs", $"said {_id}")));
    }

    /// <summary>As in Aspire's templates.</summary>
    private static void AddServiceDefaults(HostApplicationBuilder builder)
    {
        builder.Logging.AddOpenTelemetry(static logging => (logging.IncludeFormattedMessage, logging.IncludeScopes) = (true, true));
        builder.Services.AddOpenTelemetry()
            .WithMetrics(static metrics => metrics.AddAspNetCoreInstrumentation().AddHttpClientInstrumentation().AddMeter("System.Runtime"))
            .WithTracing(tracing => tracing.AddSource(builder.Environment.ApplicationName).AddAspNetCoreInstrumentation().AddHttpClientInstrumentation());
        if (!string.IsNullOrWhiteSpace(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"]))
            builder.Services.AddOpenTelemetry().UseOtlpExporter();
    }

    private static IEnumerable<string[]> Orders(string[] steps) => steps.Length <= 1
        ? [steps]
        : steps.SelectMany(first => Orders([.. steps.Where(step => step != first)]), (first, rest) => (string[])[first, .. rest]);

    private async Task RunAsync(Uri endpoint, string[] order, Uri? explicitEndpoint)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings { ApplicationName = "app" });
        builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] = endpoint.AbsoluteUri;
        builder.Configuration["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf";

        // A separate one per test, because undelivered requests go to the receiver of the app's next run.
        builder.Configuration["Tidemark:RetryDirectory"] = Path.Combine(_directory.Path, string.Join('-', order));
        builder.Configuration["Tidemark:Endpoint"] = explicitEndpoint?.AbsoluteUri;
        foreach (var step in order)
            Steps[step](builder);

        // The app's own data.
        builder.Services.AddOpenTelemetry()
            .WithTracing(tracing => tracing.AddSource($"root-{_id}"))
            .WithMetrics(metrics => metrics.AddMeter($"count-{_id}"))
            .WithLogging();
        using var host = builder.Build();
        await host.StartAsync();
        Use(host.Services);
        using (var http = new HttpClient())
            await http.GetAsync(new Uri(endpoint, $"asked-{_id}"));
        await host.StopAsync();
    }

    private void Use(IServiceProvider services)
    {
        using var source = new ActivitySource($"root-{_id}");
        using var meter = new Meter($"count-{_id}");
        meter.CreateCounter<long>("calls").Add(1);
        var tidemark = services.GetRequiredService<TidemarkClient>();
        using var session = tidemark.StartSession($"s-{_id}");
        using var root = source.StartActivity("root");
        session.StartInference($"model-{_id}").Dispose();
#pragma warning disable CA1848 // One record of a test.
        services.GetRequiredService<ILoggerFactory>().CreateLogger("app").LogInformation(new EventId(7, $"said {_id}"), "said");
#pragma warning restore CA1848
    }
}
