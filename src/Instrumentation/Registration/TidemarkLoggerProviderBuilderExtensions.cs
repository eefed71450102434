using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation.Registration;

namespace OpenTelemetry.Logs;

/// <summary>Adds Tidemark to an app's own OpenTelemetry logging.</summary>
public static class TidemarkLoggerProviderBuilderExtensions
{
    /// <summary>
    /// Stamps session, conversation, user, agent and workflow on every log record that is written inside a session.
    /// Doing so twice changes nothing.
    /// </summary>
    /// <param name="builder">The app's logging.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static LoggerProviderBuilder AddTidemark(this LoggerProviderBuilder builder) =>
        builder.ConfigureServices(static services => services.ListenToLogs());
}
