using System.IO.Pipelines;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>Reads on after a response: closing a connection with unread bytes resets it, and the client may never see the response.</summary>
internal static class Lingering
{
    private const long MaxBytes = 8 * 1024 * 1024;

    /// <summary>Reads until the client closes the connection, has sent too much, or the server's time limit is over.</summary>
    public static async Task DrainAsync(PipeReader input, CancellationToken cancellationToken)
    {
        long read = 0;
        while (read < MaxBytes)
        {
            var result = await input.ReadAsync(cancellationToken);
            read += result.Buffer.Length;
            input.AdvanceTo(result.Buffer.End);
            if (result.IsCompleted || result.IsCanceled) return;
        }
    }
}
