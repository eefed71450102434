using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Tidemark.Testing;
using Tidemark.Testing.Faults;

namespace Tidemark.Collector.IntegrationTests.Testing;

public sealed class TcpProxyTests : IAsyncDisposable
{
    private readonly TcpListener _server = new(IPAddress.Loopback, 0);
    private readonly TcpProxy _proxy;
    private readonly ConcurrentQueue<byte> _received = new();
    private readonly Task _serving;

    public TcpProxyTests()
    {
        _server.Start();
        _proxy = new TcpProxy(((IPEndPoint)_server.LocalEndpoint).Port);
        _serving = EchoAsync();
    }

    [Fact]
    public async Task Fault_None_PassesBothWays()
    {
        using var client = await ConnectAsync();

        await client.SendAsync(new byte[] { 7 });

        Assert.Equal((byte)7, await ReceiveAsync(client));
    }

    [Fact]
    public async Task Fault_DropReplies_ServerReceivesAndClientHearsNothing()
    {
        _proxy.Fault = ProxyFault.DropReplies;
        using var client = await ConnectAsync();

        await client.SendAsync(new byte[] { 7 });

        await Eventually.TrueAsync(() => !_received.IsEmpty);
        client.Shutdown(SocketShutdown.Send);
        Assert.Null(await ReceiveAsync(client));
    }

    [Fact]
    public async Task Fault_BlackHole_NothingArrives()
    {
        _proxy.Fault = ProxyFault.BlackHole;
        using var client = await ConnectAsync();

        await client.SendAsync(new byte[] { 7 });
        client.Shutdown(SocketShutdown.Send);

        Assert.Null(await ReceiveAsync(client));
        Assert.Empty(_received);
    }

    [Fact]
    public async Task CutAll_OpenConnection_IsReset()
    {
        using var client = await ConnectAsync();
        await client.SendAsync(new byte[] { 7 });
        await ReceiveAsync(client);

        _proxy.CutAll();

        await Assert.ThrowsAsync<SocketException>(() => ReceiveAsync(client));
        await Eventually.TrueAsync(() => _proxy.Open == 0);
    }

    [Fact]
    public async Task Fault_Refuse_ResetsNewConnections()
    {
        _proxy.Fault = ProxyFault.Refuse;

        await Assert.ThrowsAsync<SocketException>(async () =>
        {
            using var client = await ConnectAsync();
            await ReceiveAsync(client);
        });
    }

    public async ValueTask DisposeAsync()
    {
        await _proxy.DisposeAsync();
        _server.Stop();
        await _serving;
    }

    private static async Task<byte?> ReceiveAsync(Socket client)
    {
        var buffer = new byte[1];
        return await client.ReceiveAsync(buffer).WaitAsync(TimeSpan.FromSeconds(30)) == 0 ? null : buffer[0];
    }

    private async Task<Socket> ConnectAsync()
    {
        var client = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await client.ConnectAsync(IPAddress.Loopback, _proxy.Port);
        return client;
    }

    private async Task EchoAsync()
    {
        var buffer = new byte[1];
        try
        {
            while (true)
            {
                using var socket = await _server.AcceptSocketAsync();
                while (await socket.ReceiveAsync(buffer) > 0)
                {
                    _received.Enqueue(buffer[0]);
                    await socket.SendAsync(buffer);
                }
            }
        }
        catch (SocketException)
        {
            // The proxy or the listener was closed: the test is over.
        }
    }
}
