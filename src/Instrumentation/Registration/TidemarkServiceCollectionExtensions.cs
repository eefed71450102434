using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Export;
using Tidemark.Instrumentation.Registration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds Tidemark to an app.</summary>
public static class TidemarkServiceCollectionExtensions
{
    /// <summary>
    /// Adds a <see cref="TidemarkClient"/> and providers of its own that export traces, metrics and logs by OTLP, by the standard
    /// <c>OTEL_*</c> settings; where these cannot be used the app starts all the same, exports nothing and logs why. What the app's own OpenTelemetry already takes in (<c>WithTidemark()</c>) is left to it.
    /// </summary>
    /// <param name="services">The app's services.</param>
    /// <param name="serviceName">The app's <c>service.name</c>, unless <c>OTEL_SERVICE_NAME</c> is set.</param>
    /// <param name="configure">Changes the defaults.</param>
    /// <returns><paramref name="services"/>.</returns>
    public static IServiceCollection AddTidemark(
        this IServiceCollection services, string serviceName, Action<TidemarkExportOptions>? configure = null)
    {
        services.AddOptions<TidemarkExportOptions>().Configure<IOptions<TidemarkOptions>, IServiceProvider>(static (options, recording, provider) =>
        {
            options.Recording = recording.Value;
            options.Configuration = provider.GetService<IConfiguration>();
        });
        if (configure is not null)
            services.Configure(configure);

        services.TryAddSingleton(provider => TidemarkPipeline.StartGuarded(
            serviceName, provider.GetRequiredService<IOptions<TidemarkExportOptions>>().Value, PipelineScope.Of(provider)));
        services.AddClient();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, PipelineService>());
        services.TryAddEnumerable(ServiceDescriptor.Singleton<ILoggerProvider, PipelineLoggerProvider>());
        return services;
    }
}
