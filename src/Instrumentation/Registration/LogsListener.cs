namespace Tidemark.Instrumentation.Registration;

/// <summary>Marks a service collection whose OpenTelemetry listens to this library's logs.</summary>
internal sealed class LogsListener;
