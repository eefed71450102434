using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Receive;

/// <summary>What a request asks for: one Export of OTLP.</summary>
internal readonly record struct ExportCall(OtlpSignal Signal, OtlpEncoding Encoding, bool IsGzip);
