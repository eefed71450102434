using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tidemark.Instrumentation;
using Tidemark.Instrumentation.Registration;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds Tidemark to a host: a web app, a worker, or a console app with a host.</summary>
public static class TidemarkHostExtensions
{
    /// <summary>
    /// Adds a <see cref="TidemarkClient"/>, and an OTLP exporter of traces, metrics and logs to the app's OpenTelemetry. Service name and
    /// environment are the host's; settings are read from the section <c>Tidemark</c>, and otherwise from the standard <c>OTEL_*</c>
    /// variables.
    /// </summary>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The host's builder.</param>
    /// <param name="configure">Configures the options after the section was read.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static TBuilder AddTidemark<TBuilder>(this TBuilder builder, Action<TidemarkExportOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder =>
        builder.AddTidemark(builder.Configuration.GetSection(SectionReader.DefaultSection), configure);

    /// <summary>Adds Tidemark with the settings of another section.</summary>
    /// <typeparam name="TBuilder">The host's builder.</typeparam>
    /// <param name="builder">The host's builder.</param>
    /// <param name="section">The section, with the names of <see cref="TidemarkExportOptions"/> and <see cref="TidemarkOptions"/>.</param>
    /// <param name="configure">Configures the options after the section was read.</param>
    /// <returns><paramref name="builder"/>.</returns>
    public static TBuilder AddTidemark<TBuilder>(
        this TBuilder builder, IConfigurationSection section, Action<TidemarkExportOptions>? configure = null)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Services.AddTidemark(builder.Environment.ApplicationName, section, configure);
        return builder;
    }
}
