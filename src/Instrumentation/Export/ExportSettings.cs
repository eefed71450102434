using Microsoft.Extensions.Configuration;
using OpenTelemetry.Exporter;

namespace Tidemark.Instrumentation.Export;

/// <summary>The exporter's settings: our defaults, overlaid by the app's configuration, overlaid by what the options say.</summary>
internal static class ExportSettings
{
    public const string ServiceName = "OTEL_SERVICE_NAME";
    public const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";
    public const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";
    public const string Retry = "OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY";
    public const string RetryPath = "OTEL_DOTNET_EXPERIMENTAL_OTLP_DISK_RETRY_DIRECTORY_PATH";
    public const string Sampler = "OTEL_TRACES_SAMPLER";

    private const string RetryOnDisk = "disk";
    private const string RetryInMemory = "in_memory";

    public static IConfiguration Build(string serviceName, TidemarkExportOptions options)
    {
        var given = options.Configuration ?? new ConfigurationBuilder().AddEnvironmentVariables().Build();
        return new ConfigurationBuilder()
            .AddInMemoryCollection(Defaults)
            .AddConfiguration(given)
            .AddInMemoryCollection(Overrides(serviceName, options, given))
            .Build();
    }

    /// <summary>Spans leave soon, for live dashboards, and the queue is deep enough for bursts.</summary>
    private static Dictionary<string, string?> Defaults { get; } = new()
    {
        ["OTEL_BSP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_BSP_MAX_QUEUE_SIZE"] = "32768",
        ["OTEL_BSP_MAX_EXPORT_BATCH_SIZE"] = "2048",
        ["OTEL_BLRP_SCHEDULE_DELAY"] = "1000",
        ["OTEL_BLRP_MAX_QUEUE_SIZE"] = "32768",
        ["OTEL_BLRP_MAX_EXPORT_BATCH_SIZE"] = "2048",
        ["OTEL_METRIC_EXPORT_INTERVAL"] = "10000",
    };

    private static Dictionary<string, string?> Overrides(string serviceName, TidemarkExportOptions options, IConfiguration given)
    {
        var overrides = RetrySettings(serviceName, options, given);
        if (options.Endpoint is { } endpoint)
            overrides[Endpoint] = endpoint.AbsoluteUri;
        if (options.Protocol is { } protocol)
            overrides[Protocol] = protocol == OtlpExportProtocol.HttpProtobuf ? "http/protobuf" : "grpc";
        return overrides;
    }

    private static Dictionary<string, string?> RetrySettings(string serviceName, TidemarkExportOptions options, IConfiguration given)
    {
        var mode = given[Retry];
        if (!string.IsNullOrEmpty(mode) && mode != RetryOnDisk)
            return [];

        var directory = RetryDirectory.Create(options.RetryDirectory ?? given[RetryPath], serviceName);
        return directory is null
            ? new() { [Retry] = RetryInMemory }
            : new() { [Retry] = RetryOnDisk, [RetryPath] = directory };
    }
}
