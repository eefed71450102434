namespace Tidemark.Instrumentation.Delivery;

/// <summary>What OTLP sends separately.</summary>
internal enum Signal
{
    Traces,
    Metrics,
    Logs,
}
