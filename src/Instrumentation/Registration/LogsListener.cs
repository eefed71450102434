namespace Tidemark.Instrumentation.Registration;

/// <summary>Marks a service collection whose own OpenTelemetry hears this library's logs.</summary>
internal sealed class LogsListener;
