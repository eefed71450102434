using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry.Trace;

/// <summary>Adds Tidemark to an app's own tracing.</summary>
public static class TidemarkTracerProviderBuilderExtensions
{
    /// <summary>
    /// Adds the spans of <see cref="TidemarkClient"/>s, and adds session, conversation, user, agent and workflow to spans started
    /// within a session. Further calls only configure the options.
    /// </summary>
    /// <param name="builder">The app's tracer provider builder.</param>
    /// <param name="configure">Configures what is recorded.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static TracerProviderBuilder AddTidemark(this TracerProviderBuilder builder, Action<TidemarkOptions>? configure = null) =>
        builder.ConfigureServices(services =>
        {
            if (configure is not null)
                services.Configure(configure);
            services.ListenToTraces();
        });
}
