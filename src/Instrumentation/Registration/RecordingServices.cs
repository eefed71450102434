using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Processing;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Registration;

/// <summary>Adds the client, and makes the app's providers listen to it.</summary>
internal static class RecordingServices
{
    public static void AddClient(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton(static provider => RecordingRules.Of(OptionsOf(provider)));
        services.TryAddSingleton(static provider =>
        {
            StartProviders(provider);
            return new TidemarkClient(EventLog(provider), provider.GetRequiredService<RecordingRules>());
        });
    }

    public static void ListenToTraces(this IServiceCollection services)
    {
        if (!services.TryMark<TracesListener>())
            return;

        services.AddClient();
        services.AddFirst(static added => added.ConfigureOpenTelemetryTracerProvider(static (provider, tracing) => tracing
            .AddSource(TidemarkSource.Name)
            .AddSource(PlatformSources.GenAi)
            .ConfigureResource(resource => resource.AddAttributes(ServiceResource.LabelsOf(OptionsOf(provider))))
            .AddProcessor(new SessionSpanProcessor(provider.GetRequiredService<RecordingRules>()))));
    }

    public static void ListenToMetrics(this IServiceCollection services)
    {
        if (!services.TryMark<MetricsListener>())
            return;

        services.AddClient();
        services.ConfigureOpenTelemetryMeterProvider(static (provider, metrics) => metrics
            .AddMeter(TidemarkSource.Name)
            .ConfigureResource(resource => resource.AddAttributes(ServiceResource.LabelsOf(OptionsOf(provider)))));
    }

    public static void ListenToLogs(this IServiceCollection services)
    {
        if (!services.TryMark<LogsListener>())
            return;

        services.AddClient();
        services.AddFirst(static added => added.ConfigureOpenTelemetryLoggerProvider(static (provider, logging) => logging
            .ConfigureResource(resource => resource.AddAttributes(ServiceResource.LabelsOf(OptionsOf(provider))))
            .AddProcessor(new SessionLogProcessor())));
    }

    /// <summary>Whether this is the first call.</summary>
    public static bool TryMark<TMark>(this IServiceCollection services)
        where TMark : class, new()
    {
        if (services.Any(static service => service.ServiceType == typeof(TMark)))
            return false;

        services.AddSingleton(new TMark());
        return true;
    }

    /// <summary>Exporters use records as they are: the processors must run before them, in any order of registration.</summary>
    public static void AddFirst(this IServiceCollection services, Action<IServiceCollection> add)
    {
        var known = services.Count;
        add(services);
        for (var to = 0; known < services.Count; known++, to++)
        {
            var added = services[known];
            services.RemoveAt(known);
            services.Insert(to, added);
        }
    }

    private static TidemarkOptions OptionsOf(IServiceProvider provider) => provider.GetService<ExportMark>() is null
        ? provider.GetRequiredService<IOptions<TidemarkOptions>>().Value
        : provider.GetRequiredService<IOptions<TidemarkExportOptions>>().Value.Recording;

    /// <summary>A host starts the providers itself; an app without a host would export nothing.</summary>
    private static void StartProviders(IServiceProvider provider)
    {
        if (provider.GetService<ExportMark>() is null)
            return;

        provider.GetService<TracerProvider>();
        provider.GetService<MeterProvider>();
        provider.GetService<LoggerProvider>();
    }

    /// <summary>Session events are passed to log exporters only: the app's filters and its console do not apply.</summary>
    private static ILogger? EventLog(IServiceProvider provider) =>
        provider.GetServices<ILoggerProvider>().OfType<OpenTelemetryLoggerProvider>().FirstOrDefault()?.CreateLogger(TidemarkSource.Name)
        ?? provider.GetService<ILoggerFactory>()?.CreateLogger(TidemarkSource.Name);
}
