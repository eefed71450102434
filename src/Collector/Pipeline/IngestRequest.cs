using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>What is known of a request before it is decompressed and decoded.</summary>
/// <param name="Signal">What it carries.</param>
/// <param name="Encoding">How it is encoded.</param>
/// <param name="IsCompressed">Whether <paramref name="Bytes"/> are compressed ones.</param>
/// <param name="Bytes">Its size as sent.</param>
/// <param name="Source">Who sent it, for the ledger: named by the credential, never by the data.</param>
internal readonly record struct IngestRequest(OtlpSignal Signal, OtlpEncoding Encoding, bool IsCompressed, long Bytes, string Source);
