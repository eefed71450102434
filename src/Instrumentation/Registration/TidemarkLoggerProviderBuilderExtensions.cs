using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry.Logs;

/// <summary>Adds Tidemark to an app's own OpenTelemetry logging.</summary>
public static class TidemarkLoggerProviderBuilderExtensions
{
    /// <summary>
    /// Adds session, conversation, user, agent and workflow to log records written within a session. Further calls have no
    /// effect.
    /// </summary>
    /// <param name="builder">The app's logger provider builder.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static LoggerProviderBuilder AddTidemark(this LoggerProviderBuilder builder) =>
        builder.ConfigureServices(static services => services.ListenToLogs());
}
