using Tidemark.Collector.Decode;

namespace Tidemark.Collector.Pipeline;

/// <summary>What is known about a request before it is decompressed and decoded.</summary>
/// <param name="Signal">Its signal.</param>
/// <param name="Encoding">Its encoding.</param>
/// <param name="IsCompressed">Whether <paramref name="Bytes"/> is the compressed size.</param>
/// <param name="Bytes">Its size as sent.</param>
/// <param name="Source">The sender, for the ledger: determined by the credential, never by the data.</param>
internal readonly record struct IngestRequest(OtlpSignal Signal, OtlpEncoding Encoding, bool IsCompressed, long Bytes, string Source);
