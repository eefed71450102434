using Tidemark.Collector.Decode;
using Tidemark.Collector.Receive.Compression;

namespace Tidemark.Collector.Receive;

/// <summary>A request for OTLP's Export method.</summary>
/// <param name="Signal">Its signal.</param>
/// <param name="Encoding">Its encoding.</param>
/// <param name="Compression">Null = the body is not compressed.</param>
internal readonly record struct ExportCall(OtlpSignal Signal, OtlpEncoding Encoding, ICompression? Compression);
