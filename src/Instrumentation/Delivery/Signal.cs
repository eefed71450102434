namespace Tidemark.Instrumentation.Delivery;

/// <summary>Signals of OTLP.</summary>
internal enum Signal
{
    Traces,
    Metrics,
    Logs,
}
