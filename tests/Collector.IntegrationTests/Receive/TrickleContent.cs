using System.Net;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Sends its bytes in small segments; then ends, or remains silent until it is closed.</summary>
internal sealed class TrickleContent(byte[] bytes, int pieceLength, bool staysOpen = false, TimeSpan pause = default) : HttpContent
{
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        for (var at = 0; at < bytes.Length; at += pieceLength)
        {
            await stream.WriteAsync(bytes.AsMemory(at, Math.Min(pieceLength, bytes.Length - at)), cancellationToken);
            await stream.FlushAsync(cancellationToken);
            if (pause > TimeSpan.Zero) await Task.Delay(pause, TimeProvider.System, cancellationToken);
        }

        if (staysOpen) await Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
