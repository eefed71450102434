using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Delivery;
using Tidemark.Instrumentation.Export;

namespace Tidemark.Instrumentation.Registration;

/// <summary>Adds Tidemark's exporter to the providers shared by the app and its libraries.</summary>
internal static class ExportServices
{
    /// <summary>For apps with dependency injection; further calls have no effect.</summary>
    public static void AddExport(this IServiceCollection services, string serviceName)
    {
        if (!services.TryMark<ExportMark>())
            return;

        services.AddSingleton(new AppExporters(services));
        services.AddSingleton<IPostConfigureOptions<OtlpExporterOptions>>(static provider => provider.GetRequiredService<AppExporters>());
        services.AddSingleton(provider => new TidemarkExporter(
            serviceName,
            provider.GetRequiredService<IOptions<TidemarkExportOptions>>().Value,
            Settings(provider),
            provider.GetRequiredService<AppExporters>(),
            () => provider.GetService<ILoggerFactory>()?.CreateLogger(typeof(TidemarkPipeline).FullName!)));
        services.AddSingleton(static provider =>
            new TidemarkPipeline(provider.GetRequiredService<TidemarkExporter>(), provider.GetRequiredService<TidemarkClient>()));
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, ExportService>());
        services.AddOpenTelemetry().Export(serviceName);
    }

    /// <summary>Requires a <see cref="TidemarkExporter"/> among the services.</summary>
    public static void Export(this IOpenTelemetryBuilder builder, string serviceName)
    {
        builder.WithTidemark();
        builder.WithLogging(static _ => { }, static logging => logging.IncludeFormattedMessage = true);
        var services = builder.Services;

        // Before the app's own settings, which therefore win.
        services.AddFirst(added =>
        {
            added.ConfigureOpenTelemetryTracerProvider((provider, tracing) => Trace(provider, tracing, serviceName));
            added.ConfigureOpenTelemetryMeterProvider((provider, metrics) => Measure(provider, metrics, serviceName));
            added.ConfigureOpenTelemetryLoggerProvider((provider, logging) => Log(provider, logging, serviceName));
        });

        // After the app's processors, which may modify what is exported.
        services.ConfigureOpenTelemetryTracerProvider(static (provider, tracing) =>
        {
            if (provider.GetRequiredService<TidemarkExporter>().Spans() is { } spans)
                tracing.AddProcessor(spans);
        });
        services.ConfigureOpenTelemetryMeterProvider(static (provider, metrics) =>
        {
            if (provider.GetRequiredService<TidemarkExporter>().Metrics() is { } reader)
                metrics.AddReader(reader);
        });
        services.ConfigureOpenTelemetryLoggerProvider(static (provider, logging) =>
        {
            if (provider.GetRequiredService<TidemarkExporter>().Logs() is { } logs)
                logging.AddProcessor(logs);
        });
    }

    private static IConfiguration Settings(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<TidemarkExportOptions>>().Value.Configuration
        ?? provider.GetService<IConfiguration>()
        ?? new ConfigurationBuilder().AddEnvironmentVariables().Build();

    private static void Trace(IServiceProvider provider, TracerProviderBuilder tracing, string serviceName)
    {
        provider.GetService<AppExporters>()?.Building(Signal.Traces);
        var settings = Settings(provider);
        tracing.ConfigureResource(resource => ServiceResource.Describe(resource, settings, provider.GetService<IHostEnvironment>(), serviceName));

        // Tokens count whether or not the surrounding web request was sampled.
        if (string.IsNullOrEmpty(settings[ExportSettings.Sampler]))
            tracing.SetSampler(new AlwaysOnSampler());
        PlatformSources.DescribeWebRequests();
        tracing.AddSource(PlatformSources.Spans).AddSource([.. provider.GetRequiredService<IOptions<TidemarkExportOptions>>().Value.Sources]);
    }

    private static void Measure(IServiceProvider provider, MeterProviderBuilder metrics, string serviceName)
    {
        provider.GetService<AppExporters>()?.Building(Signal.Metrics);
        metrics.ConfigureResource(resource => ServiceResource.Describe(resource, Settings(provider), provider.GetService<IHostEnvironment>(), serviceName));
        metrics.AddMeter(PlatformSources.Meters).AddMeter([.. provider.GetRequiredService<IOptions<TidemarkExportOptions>>().Value.Meters]);
    }

    private static void Log(IServiceProvider provider, LoggerProviderBuilder logging, string serviceName)
    {
        provider.GetService<AppExporters>()?.Building(Signal.Logs);
        logging.ConfigureResource(resource => ServiceResource.Describe(resource, Settings(provider), provider.GetService<IHostEnvironment>(), serviceName));
    }
}
