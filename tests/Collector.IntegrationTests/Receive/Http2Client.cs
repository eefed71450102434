using System.Buffers.Binary;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;

namespace Tidemark.Collector.IntegrationTests.Receive;

/// <summary>Writes raw HTTP/2 frames, for protocol violations.</summary>
/// <remarks>https://www.rfc-editor.org/rfc/rfc9113#section-6</remarks>
internal sealed class Http2Client : IDisposable
{
    public const byte Data = 0;
    public const byte Headers = 1;
    public const byte Priority = 2;
    public const byte ResetStream = 3;
    public const byte Settings = 4;
    public const byte Ping = 6;
    public const byte WindowUpdate = 8;
    public const byte Continuation = 9;
    public const byte EndStream = 1;
    public const byte EndHeaders = 4;

    /// <summary>POST / over http, from HPACK's static table.</summary>
    public static readonly byte[] PostRoot = [0x83, 0x84, 0x86];

    private readonly TcpClient _socket = new();
    private Stream? _stream;

    public static async Task<Http2Client> ConnectAsync(IPEndPoint endPoint, SslClientAuthenticationOptions? tls = null)
    {
        var client = new Http2Client();
        await client._socket.ConnectAsync(endPoint);
        client._stream = client._socket.GetStream();
        if (tls is not null)
        {
            var encrypted = new SslStream(client._stream);
            client._stream = encrypted;
            await encrypted.AuthenticateAsClientAsync(tls);
        }

        await client.Stream.WriteAsync("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"u8.ToArray());
        await client.SendAsync(Frame(Settings, 0, 0, []));
        return client;
    }

    public static byte[] Frame(byte type, byte flags, int stream, ReadOnlySpan<byte> payload)
    {
        var frame = new byte[9 + payload.Length];
        BinaryPrimitives.WriteInt32BigEndian(frame, payload.Length << 8);
        frame[3] = type;
        frame[4] = flags;
        BinaryPrimitives.WriteInt32BigEndian(frame.AsSpan(5), stream);
        payload.CopyTo(frame.AsSpan(9));
        return frame;
    }

    private Stream Stream => _stream ?? throw new InvalidOperationException("Not connected.");

    public Task SendAsync(byte[] frames) => Stream.WriteAsync(frames).AsTask();

    /// <summary>Reads frames up to the next of a type.</summary>
    public async Task ReadUntilAsync(byte type)
    {
        var header = new byte[9];
        while (true)
        {
            await Stream.ReadExactlyAsync(header);
            await Stream.ReadExactlyAsync(new byte[BinaryPrimitives.ReadInt32BigEndian(header) >> 8]);
            if (header[3] == type) return;
        }
    }

    /// <summary>Sends frame after frame and reads nothing.</summary>
    public async Task<FloodEnd> FloodAsync(Func<int, byte[]> frames, CancellationToken cancellationToken)
    {
        try
        {
            for (var i = 0; ; i++) await Stream.WriteAsync(frames(i), cancellationToken);
        }
        catch (IOException)
        {
            return FloodEnd.Closed;
        }
        catch (OperationCanceledException)
        {
            return FloodEnd.HeldBack;
        }
    }

    public void Dispose()
    {
        _stream?.Dispose();
        _socket.Dispose();
    }
}
