using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Processing;
using Tidemark.Instrumentation.Recording;
using Tidemark.Instrumentation.Telemetry;

namespace Tidemark.Instrumentation.Registration;

/// <summary>Puts the client and its processors into a service collection, each once however often it is asked for.</summary>
internal static class RecordingServices
{
    public static void AddClient(this IServiceCollection services)
    {
        services.AddOptions();
        services.TryAddSingleton(static provider => RecordingRules.Of(OptionsOf(provider)));
        services.TryAddSingleton(static provider => new TidemarkClient(
            provider.GetService<TidemarkPipeline>()?.LoggerFactory ?? provider.GetService<ILoggerFactory>(),
            provider.GetRequiredService<RecordingRules>()));
    }

    public static void ListenToTraces(this IServiceCollection services)
    {
        if (!services.TryMark<TracesListener>())
            return;

        services.AddClient();
        services.AddFirst(static added => added.ConfigureOpenTelemetryTracerProvider(static tracing => tracing
            .AddSource(TidemarkSource.Name)
            .AddProcessor(static provider => new SessionSpanProcessor(provider.GetRequiredService<RecordingRules>()))));
    }

    public static void ListenToMetrics(this IServiceCollection services)
    {
        if (!services.TryMark<MetricsListener>())
            return;

        services.AddClient();
        services.ConfigureOpenTelemetryMeterProvider(static metrics => metrics.AddMeter(TidemarkSource.Name));
    }

    public static void ListenToLogs(this IServiceCollection services)
    {
        if (!services.TryMark<LogsListener>())
            return;

        services.AddClient();
        services.AddFirst(static added =>
            added.ConfigureOpenTelemetryLoggerProvider(static logging => logging.AddProcessor(static _ => new SessionLogProcessor())));
    }

    private static TidemarkOptions OptionsOf(IServiceProvider provider) => provider.GetService<TidemarkPipeline>() is { } pipeline
        ? pipeline.Recording
        : provider.GetRequiredService<IOptions<TidemarkOptions>>().Value;

    /// <summary>Whether this is the first time.</summary>
    private static bool TryMark<TMark>(this IServiceCollection services)
        where TMark : class, new()
    {
        if (services.Any(static service => service.ServiceType == typeof(TMark)))
            return false;

        services.AddSingleton(new TMark());
        return true;
    }

    /// <summary>Exporters hand on what comes as it comes: the processors must stand before them, whoever was added first.</summary>
    private static void AddFirst(this IServiceCollection services, Action<IServiceCollection> add)
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
}
