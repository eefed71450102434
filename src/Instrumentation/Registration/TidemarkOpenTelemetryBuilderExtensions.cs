using Microsoft.Extensions.DependencyInjection;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry;

/// <summary>Adds Tidemark to an app that has set OpenTelemetry up itself.</summary>
public static class TidemarkOpenTelemetryBuilderExtensions
{
    /// <summary>
    /// Adds a <see cref="TidemarkClient"/> whose spans and metrics go where the app's own go, and stamps session, conversation,
    /// user, agent and workflow on the app's spans and (where it exports them by OpenTelemetry) log records.
    /// Doing so twice, or beside <c>AddTidemark</c>, doubles nothing.
    /// </summary>
    /// <param name="builder">The app's OpenTelemetry, as <c>services.AddOpenTelemetry()</c> returns it.</param>
    /// <param name="configure">Changes the defaults of what is recorded.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static IOpenTelemetryBuilder WithTidemark(this IOpenTelemetryBuilder builder, Action<TidemarkOptions>? configure = null)
    {
        builder.WithTracing(tracing => tracing.AddTidemark(configure)).WithMetrics(static metrics => metrics.AddTidemark());
        builder.Services.ListenToLogs();
        return builder;
    }
}
