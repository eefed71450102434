using System.IO.Pipelines;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>Reads on after an answer: a connection that is closed over unread bytes is reset, and its client may never see the answer.</summary>
internal static class Lingering
{
    private const long MaxBytes = 8 * 1024 * 1024;

    /// <summary>Until the client closes the connection, or has sent too much, or the server's time limit ends the wait.</summary>
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
