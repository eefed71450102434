using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Tidemark to an app.</summary>
public static class TidemarkServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="TidemarkClient"/>, and an OTLP exporter of traces, metrics and logs to the app's OpenTelemetry. If the app's own
    /// OTLP exporter already sends a signal to the same receiver, that exporter is used. Invalid settings do not prevent the app from starting;
    /// they are logged. Further calls only configure the options; the service name is that of the first one.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="serviceName">The app's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> is set.</param>
    /// <param name="configure">Configures the options.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddTidemark(
        this IServiceCollection services, string serviceName, Action<TidemarkExportOptions>? configure = null) =>
        Add(services, serviceName, section: null, configure);

    /// <summary>Adds Tidemark with the settings of a configuration section.</summary>
    /// <param name="services">The app's services.</param>
    /// <param name="serviceName">The app's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> or the section's <c>ServiceName</c> is set.</param>
    /// <param name="section">The section, with the names of <see cref="TidemarkExportOptions"/> and <see cref="TidemarkOptions"/>.</param>
    /// <param name="configure">Configures the options after the section was read.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddTidemark(
        this IServiceCollection services, string serviceName, IConfiguration section, Action<TidemarkExportOptions>? configure = null) =>
        Add(services, section["ServiceName"] is { Length: > 0 } name ? name : serviceName, section, configure);

    private static IServiceCollection Add(
        IServiceCollection services, string serviceName, IConfiguration? section, Action<TidemarkExportOptions>? configure)
    {
        var isFirst = !services.Any(static service => service.ServiceType == typeof(ExportMark));
        if (isFirst)
        {
            services.AddOptions<TidemarkExportOptions>()
                .Configure<IOptions<TidemarkOptions>>(static (options, recording) => options.Recording = recording.Value);
        }

        if (section is not null)
            services.Configure<TidemarkExportOptions>(options => SectionReader.Read(section, options));
        if (configure is not null)
            services.Configure(configure);
        services.AddExport(serviceName);
        return services;
    }
}
