using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry.Metrics;

/// <summary>Adds Tidemark to an app's own metrics.</summary>
public static class TidemarkMeterProviderBuilderExtensions
{
    /// <summary>Takes in the metrics of <see cref="TidemarkClient"/>s. Doing so twice changes nothing.</summary>
    /// <param name="builder">The app's metrics.</param>
    /// <param name="configure">Changes the defaults of what is recorded.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static MeterProviderBuilder AddTidemark(this MeterProviderBuilder builder, Action<TidemarkOptions>? configure = null) =>
        builder.ConfigureServices(services =>
        {
            if (configure is not null)
                services.Configure(configure);
            services.ListenToMetrics();
        });
}
