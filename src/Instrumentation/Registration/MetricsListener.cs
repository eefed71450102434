namespace Tidemark.Instrumentation.Registration;

/// <summary>Marks a service collection whose own OpenTelemetry hears this library's metrics.</summary>
internal sealed class MetricsListener;
