using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tidemark.Benchmarks.Ingest;

/// <summary>A keep-alive connection that posts requests and parses little of the responses, because it shares the machine with the collector.</summary>
internal sealed class HttpSender(Uri target) : IDisposable
{
    private static readonly byte[] HeadersEnd = "\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _answer = new byte[16 * 1024];
    private byte[] _request = [];

    public bool IsConnected => _socket.Connected;

    public Task ConnectAsync(CancellationToken cancellationToken) => _socket.ConnectAsync(IPAddress.Loopback, target.Port, cancellationToken).AsTask();

    /// <returns>The HTTP status.</returns>
    public async Task<int> PostAsync(RequestTemplate template, ulong request, uint session, long now, CancellationToken cancellationToken)
    {
        var head = Encoding.ASCII.GetBytes(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /v1/traces HTTP/1.1\r\nHost: {target.Authority}\r\nContent-Type: application/x-protobuf\r\nContent-Length: {template.Length}\r\n\r\n"));
        var length = head.Length + template.Length;
        if (_request.Length < length) _request = new byte[length];
        head.CopyTo(_request, 0);
        template.Write(_request.AsSpan(head.Length), request, session, now);
        await _socket.SendAsync(_request.AsMemory(0, length), cancellationToken);
        return await ReceiveAsync(cancellationToken);
    }

    public void Dispose() => _socket.Dispose();

    private async Task<int> ReceiveAsync(CancellationToken cancellationToken)
    {
        var received = 0;
        while (true)
        {
            var count = await _socket.ReceiveAsync(_answer.AsMemory(received), cancellationToken);
            if (count == 0) throw new IOException("The collector closed the connection in the middle of an answer.");
            received += count;
            if (Whole(_answer.AsSpan(0, received)) is { } status) return status;
        }
    }

    private static int? Whole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf(HeadersEnd);
        if (end < 0) return null;
        var head = Encoding.ASCII.GetString(answer[..end]);
        const string lengthName = "\r\nContent-Length: ";
        var at = head.IndexOf(lengthName, StringComparison.OrdinalIgnoreCase);
        if (at < 0 || !Utf8Parser.TryParse(answer[(at + lengthName.Length)..], out int body, out _))
            throw new IOException($"An answer without Content-Length: {head}");
        return answer.Length >= end + HeadersEnd.Length + body ? int.Parse(head.AsSpan(9, 3), CultureInfo.InvariantCulture) : null;
    }
}
