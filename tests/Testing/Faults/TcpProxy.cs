using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Tidemark.Testing.Faults;

/// <summary>A TCP proxy on loopback that injects faults.</summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private readonly IPEndPoint _upstream;
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentDictionary<ProxiedConnection, Task> _connections = new();
    private readonly Task _accepting;

    public TcpProxy(int upstreamPort)
    {
        _upstream = new IPEndPoint(IPAddress.Loopback, upstreamPort);
        _listener.Start();
        _accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Applies to open connections too, from their next bytes on.</summary>
    public ProxyFault Fault { get; set; }

    /// <summary>Delay of every segment, in each direction.</summary>
    public TimeSpan Latency { get; set; }

    /// <summary>Number of open connections.</summary>
    public int Open => _connections.Count;

    /// <summary>Resets all open connections.</summary>
    public void CutAll()
    {
        foreach (var connection in _connections.Keys) connection.Reset();
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        _listener.Stop();
        CutAll();
        await _accepting;
        await Task.WhenAll(_connections.Values);
        _stopping.Dispose();
    }

    private async Task AcceptAsync()
    {
        while (true)
        {
            Socket client;
            try
            {
                client = await _listener.AcceptSocketAsync(_stopping.Token);
            }
            catch (Exception e) when (e is OperationCanceledException or SocketException or ObjectDisposedException)
            {
                return;
            }

            var connection = new ProxiedConnection(this, client);
            if (Fault is ProxyFault.Refuse)
            {
                connection.Reset();
                continue;
            }

            var run = connection.RunAsync(_upstream, _stopping.Token);
            _connections[connection] = run;
            _ = run.ContinueWith(_ => _connections.TryRemove(connection, out var _), TaskScheduler.Default);
        }
    }
}
