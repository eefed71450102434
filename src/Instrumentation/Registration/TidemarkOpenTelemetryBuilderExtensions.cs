using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry;

/// <summary>Adds Tidemark to an app with its own OpenTelemetry setup.</summary>
public static class TidemarkOpenTelemetryBuilderExtensions
{
    /// <summary>
    /// Adds a <see cref="TidemarkClient"/> whose spans and metrics are exported like the app's own, and adds session, conversation,
    /// user, agent and workflow to the app's spans and (if it exports them by OpenTelemetry) log records.
    /// Further calls, also in combination with <c>AddTidemark</c>, only configure the options.
    /// </summary>
    /// <param name="builder">The app's OpenTelemetry, as <c>services.AddOpenTelemetry()</c> returns it.</param>
    /// <param name="configure">Configures what is recorded.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IOpenTelemetryBuilder WithTidemark(this IOpenTelemetryBuilder builder, Action<TidemarkOptions>? configure = null)
    {
        builder.WithTracing(tracing => tracing.AddTidemark(configure)).WithMetrics(static metrics => metrics.AddTidemark());
        builder.Services.ListenToLogs();
        return builder;
    }
}
