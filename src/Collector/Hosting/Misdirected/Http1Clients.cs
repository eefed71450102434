using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>Clients that send an HTTP/1 request where none is taken: they get a status and a sentence.</summary>
/// <param name="sentence">Made for each answer: the right port may not be known before the server has started.</param>
/// <param name="status">The status, with its name; by default that of a listener of HTTP/2.</param>
/// <param name="headers">Further headers, each with its line's end.</param>
internal sealed class Http1Clients(Func<string> sentence, string status = "400 Bad Request", string headers = "") : IMisdirectedClients
{
    private const int LongestMethod = 7;

    private static readonly byte[] Http2Method = "PRI"u8.ToArray();

    public bool? IsMisdirected(in ReadOnlySequence<byte> start)
    {
        Span<byte> bytes = stackalloc byte[(int)Math.Min(start.Length, LongestMethod + 1)];
        start.Slice(0, bytes.Length).CopyTo(bytes);
        var length = bytes.IndexOf((byte)' ');
        var method = length < 0 ? bytes : bytes[..length];
        // Not a request at all, in clear text at least: the server knows what to do.
        if (method.ContainsAnyExceptInRange((byte)'A', (byte)'Z') || method.Length > LongestMethod) return false;
        if (length < 0) return null;
        return length > 0 && !method.SequenceEqual(Http2Method);
    }

    public async Task AnswerAsync(PipeReader input, PipeWriter output, CancellationToken cancellationToken)
    {
        var body = sentence() + "\n";
        var answer =
            $"HTTP/1.1 {status}\r\n{headers}Content-Type: text/plain\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\nConnection: close\r\n\r\n{body}";
        await output.WriteAsync(Encoding.UTF8.GetBytes(answer), cancellationToken);
        await Lingering.DrainAsync(input, cancellationToken);
    }
}
