using Tidemark.Collector.Receive.Body;

namespace Tidemark.Collector.Receive.Compression;

/// <summary>One way in which bodies are compressed. Listed in <see cref="Compressions"/>.</summary>
internal interface ICompression
{
    /// <summary>As Content-Encoding and grpc-encoding name it, in lower case; further names for the same bytes may follow.</summary>
    IReadOnlyList<string> Names { get; }

    /// <summary>Decompresses a whole body, strictly: one that was cut short must not pass as a smaller batch.</summary>
    /// <param name="compressed">The body as sent; never empty.</param>
    /// <param name="target">Takes the content. Empty before.</param>
    /// <param name="limit">Bytes of content at most; more is <see cref="Status.Refusal.TooLarge"/>.</param>
    /// <remarks>Whatever else it throws is taken for the body's fault; see <see cref="Compressions.Inflate"/>.</remarks>
    void Inflate(ReadOnlyMemory<byte> compressed, RequestBody target, int limit);
}
