namespace Tidemark.Collector.Decode;

internal enum OtlpSignal : byte
{
    Traces,
    Metrics,
    Logs,
}
