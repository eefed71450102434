using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tidemark.Benchmarks.Live;

/// <summary>A subscriber on a socket. It parses only what identifies events, because it shares the machine with the collector.</summary>
internal sealed class Subscriber(SentTimes sent) : IDisposable
{
    private static readonly byte[] Wanted = Encoding.ASCII.GetBytes($"\"session_id\":\"{SentTimes.Prefix}");
    // Silent sessions end after minutes, which is another event.
    private static readonly byte[] Start = "\"event_type\":\"session_created\""u8.ToArray();
    private static readonly byte[] Connected = ": connected"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly TaskCompletionSource _connected = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly byte[] _buffer = new byte[16 * 1024];
    private readonly HashSet<int> _seen = [];
    private readonly List<double> _milliseconds = [];
    private int _repeated;

    /// <summary>Milliseconds from the start of sending an event's request to its last byte here. Read it after the last event.</summary>
    public IReadOnlyList<double> Milliseconds => _milliseconds;

    /// <summary>Number of events received.</summary>
    public int Seen => Volatile.Read(ref _count);

    /// <summary>Number of events received again; must be 0.</summary>
    public int Repeated => _repeated;

    /// <summary>Why the stream ended early; null = it did not.</summary>
    public string? Ended { get; private set; }

    private int _count;

    public async Task OpenAsync(Uri api, CancellationToken cancellationToken)
    {
        await _socket.ConnectAsync(IPAddress.Loopback, api.Port, cancellationToken);
        // HTTP/1.0, because chunks would split messages.
        var request = string.Create(
            CultureInfo.InvariantCulture, $"GET /api/events/stream HTTP/1.0\r\nHost: {api.Authority}\r\nAccept: text/event-stream\r\n\r\n");
        await _socket.SendAsync(Encoding.ASCII.GetBytes(request), cancellationToken);
        _ = ReadAsync(cancellationToken);
        await _connected.Task.WaitAsync(cancellationToken);
    }

    public void Dispose() => _socket.Dispose();

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        try
        {
            var kept = 0;
            while (await _socket.ReceiveAsync(_buffer.AsMemory(kept), cancellationToken) is > 0 and var received)
            {
                var now = Stopwatch.GetTimestamp();
                kept = Look(_buffer.AsSpan(0, kept + received), now);
            }

            Ended = "the collector has ended the stream";
        }
        catch (Exception exception) when (exception is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            Ended = exception.Message;
        }

        _connected.TrySetException(new IOException($"No stream: {Ended}: {Encoding.UTF8.GetString(_buffer.AsSpan(0, 200))}"));
    }

    /// <returns>Remaining bytes of an incomplete message, moved to the front.</returns>
    private int Look(Span<byte> bytes, long now)
    {
        if (!_connected.Task.IsCompleted && bytes.IndexOf(Connected) >= 0) _connected.TrySetResult();
        var rest = bytes;
        // Complete messages only: an event is received when its last byte is.
        for (var end = rest.IndexOf("\n\n"u8); end >= 0; end = rest.IndexOf("\n\n"u8))
        {
            Message(rest[..end], now);
            rest = rest[(end + 2)..];
        }

        var kept = rest.Length;
        if (kept == bytes.Length && kept == _buffer.Length) throw new InvalidOperationException("A message is longer than the buffer.");
        rest.CopyTo(bytes);
        return kept;
    }

    private void Message(ReadOnlySpan<byte> message, long now)
    {
        var at = message.IndexOf(Wanted);
        if (at < 0 || message.IndexOf(Start) < 0) return;
        var digits = message[(at + Wanted.Length)..];
        var number = int.Parse(digits[..digits.IndexOf((byte)'"')], CultureInfo.InvariantCulture);
        if (!_seen.Add(number))
        {
            _repeated++;
            return;
        }

        _milliseconds.Add(Stopwatch.GetElapsedTime(sent[number], now).TotalMilliseconds);
        Volatile.Write(ref _count, _seen.Count);
    }
}
