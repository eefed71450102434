using Tidemark.Collector.Decode;
using Tidemark.Collector.Receive.Compression;

namespace Tidemark.Collector.Receive;

/// <summary>What a request asks for: one Export of OTLP.</summary>
/// <param name="Signal">What it carries.</param>
/// <param name="Encoding">How it is encoded.</param>
/// <param name="Compression">Null = its body is not compressed.</param>
internal readonly record struct ExportCall(OtlpSignal Signal, OtlpEncoding Encoding, ICompression? Compression);
