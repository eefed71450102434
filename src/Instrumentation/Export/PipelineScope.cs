using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Logs;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Registration;

namespace Tidemark.Instrumentation.Export;

/// <summary>What a pipeline takes on: nothing that the app's own OpenTelemetry takes in already.</summary>
internal sealed record PipelineScope
{
    public static readonly PipelineScope Everything = new();

    public bool Traces { get; init; } = true;

    public bool Metrics { get; init; } = true;

    public bool Logs { get; init; } = true;

    /// <summary>Whether the app's web, HTTP and database spans and runtime metrics are taken in beside the library's own.</summary>
    public bool PlatformSources { get; init; } = true;

    public static PipelineScope Of(IServiceProvider provider)
    {
        var services = provider.GetService<IServiceProviderIsService>();
        return new PipelineScope
        {
            Traces = provider.GetService<TracesListener>() is null,
            Metrics = provider.GetService<MetricsListener>() is null,
            Logs = provider.GetService<LogsListener>() is null || services?.IsService(typeof(LoggerProvider)) != true,
            PlatformSources = services?.IsService(typeof(TracerProvider)) != true,
        };
    }
}
