using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace Tidemark.Instrumentation.Telemetry;

/// <summary>The one source of spans and the one meter of this library, shared by all clients in the process.</summary>
internal static class TidemarkSource
{
    public const string Name = "Tidemark.Instrumentation";

    public static readonly string Version = typeof(TidemarkSource).Assembly.GetName().Version?.ToString(3) ?? "0.0.0";

    public static readonly ActivitySource Activities = new(Name, Version);

    public static readonly Meter Meter = new(Name, Version);
}
