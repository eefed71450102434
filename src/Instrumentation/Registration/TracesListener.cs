namespace Tidemark.Instrumentation.Registration;

/// <summary>Marks a service collection whose OpenTelemetry listens to this library's traces.</summary>
internal sealed class TracesListener;
