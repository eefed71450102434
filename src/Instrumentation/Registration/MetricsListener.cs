namespace Tidemark.Instrumentation.Registration;

/// <summary>Marks a service collection whose OpenTelemetry listens to this library's metrics.</summary>
internal sealed class MetricsListener;
