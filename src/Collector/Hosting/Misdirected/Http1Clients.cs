using System.Buffers;
using System.IO.Pipelines;
using System.Text;

namespace Tidemark.Collector.Hosting.Misdirected;

/// <summary>Clients that send an HTTP/1 request to a port that does not accept it. They are answered with a status and a message.</summary>
/// <param name="sentence">The message, created for each response: the right port may be unknown before the server has started.</param>
/// <param name="status">Status code and reason; by default that of an HTTP/2 listener.</param>
/// <param name="headers">Additional headers, each with its line end.</param>
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
        // Not an HTTP/1 request in clear text: left to the server.
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
