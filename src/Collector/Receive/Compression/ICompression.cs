using Tidemark.Collector.Receive.Body;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>A compression for request bodies. Listed in <see cref="Compressions"/>.</summary>
internal interface ICompression
{
    /// <summary>Names in Content-Encoding and grpc-encoding, in lower case; further names are aliases.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Decompresses a whole body, strictly: a truncated body must not pass as a smaller batch.</summary>
    /// <param name="compressed">The body as sent; never empty.</param>
    /// <param name="target">Receives the content; empty at first.</param>
    /// <param name="limit">Maximum size of the content in bytes; more is <see cref="Status.Refusal.TooLarge"/>.</param>
    /// <remarks>Other exceptions are attributed to the body; see <see cref="Compressions.Inflate"/>.</remarks>
    void Inflate(ReadOnlyMemory<byte> compressed, RequestBody target, int limit);
}
