using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Export;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Tidemark to an app.</summary>
public static class TidemarkServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="TidemarkClient"/> and exports its traces, metrics and logs by OTLP, by the standard <c>OTEL_*</c> settings.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="serviceName">The app's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> is set.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddTidemark(
        this IServiceCollection services, string serviceName, Action<TidemarkExportOptions>? configure = null)
    {
        services.TryAddSingleton(provider => TidemarkPipeline.Start(serviceName, options =>
        {
            options.Configuration = provider.GetService<IConfiguration>();
            configure?.Invoke(options);
        }));
        services.TryAddSingleton(provider => provider.GetRequiredService<TidemarkPipeline>().Client);
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PipelineService>());
        return services;
    }
}
