using System.Net;
using System.Net.Sockets;

namespace Tidemark.Testing.Faults;

/// <summary>A client's connection through a <see cref="TcpProxy"/>.</summary>
internal sealed class ProxiedConnection(TcpProxy proxy, Socket client) : IDisposable
{
    private const int BufferSize = 64 * 1024;

    // The end of a query message in PostgreSQL's protocol.
    private static ReadOnlySpan<byte> Commit => "COMMIT\0"u8;

    private readonly Socket _server = new(SocketType.Stream, ProtocolType.Tcp);
    private volatile bool _isDead;
    private volatile bool _isMute;

    /// <summary>Never throws: a failure of one side is forwarded to the other as a reset.</summary>
    public async Task RunAsync(IPEndPoint upstream, CancellationToken cancellationToken)
    {
        using (this)
        {
            if (await TryAsync(() => _server.ConnectAsync(upstream, cancellationToken).AsTask()))
            {
                await Task.WhenAll(
                    TryAsync(() => PumpAsync(client, _server, isReply: false, cancellationToken)),
                    TryAsync(() => PumpAsync(_server, client, isReply: true, cancellationToken)));
            }
        }
    }

    /// <summary>Closes both sides with RST: a linger time of zero sends it instead of FIN.</summary>
    public void Reset()
    {
        foreach (var socket in (Socket[])[client, _server])
        {
            try
            {
                socket.LingerState = new LingerOption(true, 0);
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Already closed.
            }
        }

        Dispose();
    }

    public void Dispose()
    {
        client.Dispose();
        _server.Dispose();
    }

    private async Task<bool> TryAsync(Func<Task> step)
    {
        try
        {
            await step();
            return true;
        }
        catch (Exception e) when (e is SocketException or OperationCanceledException or ObjectDisposedException)
        {
            Reset();
            return false;
        }
    }

    private async Task PumpAsync(Socket from, Socket to, bool isReply, CancellationToken cancellationToken)
    {
        var buffer = new byte[BufferSize];
        while (await from.ReceiveAsync(buffer, cancellationToken) is > 0 and var count)
        {
            if (proxy.Latency > TimeSpan.Zero) await Task.Delay(proxy.Latency, TimeProvider.System, cancellationToken);
            if (proxy.Fault is ProxyFault.BlackHole) _isDead = true;
            if (proxy.Fault is ProxyFault.DropCommitReplies && !isReply && buffer.AsSpan(0, count).EndsWith(Commit)) _isMute = true;
            if (_isDead || (isReply && (_isMute || proxy.Fault is ProxyFault.DropReplies))) continue;
            await to.SendAsync(buffer.AsMemory(0, count), cancellationToken);
        }

        to.Shutdown(SocketShutdown.Send);
    }
}
