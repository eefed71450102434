using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry.Metrics;

/// <summary>Adds Tidemark to an app's own metrics.</summary>
public static class TidemarkMeterProviderBuilderExtensions
{
    /// <summary>Adds the metrics of <see cref="TidemarkClient"/>s. Further calls only configure the options.</summary>
    /// <param name="builder">The app's meter provider builder.</param>
    /// <param name="configure">Configures what is recorded.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static MeterProviderBuilder AddTidemark(this MeterProviderBuilder builder, Action<TidemarkOptions>? configure = null) =>
        builder.ConfigureServices(services =>
        {
            if (configure is not null)
                services.Configure(configure);
            services.ListenToMetrics();
        });
}
