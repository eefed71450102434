using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry.Trace;

/// <summary>Adds Tidemark to an app's own tracing.</summary>
public static class TidemarkTracerProviderBuilderExtensions
{
    /// <summary>
    /// Takes in the spans of <see cref="TidemarkClient"/>s, and stamps session, conversation, user, agent and workflow on every
    /// span that starts inside a session. Doing so twice changes nothing.
    /// </summary>
    /// <param name="builder">The app's tracing.</param>
    /// <param name="configure">Changes the defaults of what is recorded.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static TracerProviderBuilder AddTidemark(this TracerProviderBuilder builder, Action<TidemarkOptions>? configure = null) =>
        builder.ConfigureServices(services =>
        {
            if (configure is not null)
                services.Configure(configure);
            services.ListenToTraces();
        });
}
