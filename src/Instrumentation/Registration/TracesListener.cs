namespace Tidemark.Instrumentation.Registration;

/// <summary>Marks a service collection whose own OpenTelemetry hears this library's traces.</summary>
internal sealed class TracesListener;
