using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>The sources of spans and the meter of this library, shared by all clients in the process.</summary>
internal static class TidemarkSource
{
    public const string Name = "Tidemark.Instrumentation";

    /// <summary>The GenAI conventions used for names.</summary>
    public const string SchemaUrl = "https://opentelemetry.io/schemas/gen-ai/0.1.0";

    public static readonly string Version = typeof(TidemarkSource).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    /// <summary>Spans of this library; they have their session from the start.</summary>
    public static readonly ActivitySource Activities = Create();

    /// <summary>
    /// Spans recorded by other libraries with our source, such as the tool runs of a function-invoking chat client outside an agent; the processor adds
    /// their session.
    /// </summary>
    public static readonly ActivitySource Lent = Create();

    public static readonly Meter Meter = new(new MeterOptions(Name) { Version = Version, TelemetrySchemaUrl = SchemaUrl });

    private static ActivitySource Create() =>
        new(new ActivitySourceOptions(Name) { Version = Version, TelemetrySchemaUrl = SchemaUrl });
}
