using System.Net;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Options;
using Tidemark.Collector.Hosting.Http2;
using Tidemark.Collector.Hosting.Misdirected;

namespace Tidemark.Collector.Hosting;

/// <summary>Opens every registered <see cref="Listener"/> on the process's Kestrel server and provides the bound addresses.</summary>
internal sealed class KestrelListeners(IEnumerable<Listener> listeners, FullListeners full, TimeProvider time) : IConfigureOptions<KestrelServerOptions>
{
    private readonly List<(string Name, ListenOptions Options)> _open = [];

    /// <summary>The end points of a listener, with the actual ports once the server has started.</summary>
    public IReadOnlyList<IPEndPoint> EndPointsOf(string name) =>
        [.. _open.Where(open => open.Name == name).Select(open => open.Options.IPEndPoint!)];

    public void Configure(KestrelServerOptions options)
    {
        options.AddServerHeader = false;
        foreach (var listener in listeners)
        {
            foreach (var endPoint in listener.EndPoints) options.Listen(endPoint, listen => Open(listener, listen));
        }
    }

    private void Open(Listener listener, ListenOptions listen)
    {
        listen.Protocols = listener.Protocols;
        var gate = new ConnectionGate(listener, full);
        listen.Use(next => connection => gate.PassAsync(connection, next));
        if (listener.Tls is { } tls) listen.UseHttps(tls.Handshake());
        if (listener.Misdirected is { } misdirected) listen.Use(next => connection => PassSniffed(connection, misdirected, next));
        if (listener.Protocols.HasFlag(HttpProtocols.Http2)) listen.Use(next => connection => PassGuarded(connection, listener, next));

        var feature = new ListenerFeature(listener.Name);
        listen.Use(next => connection =>
        {
            connection.Features.Set(feature);
            if (listener.MaxAge is { } most) connection.Features.Set(new ConnectionAge(most, time));
            return next(connection);
        });
        _open.Add((listener.Name, listen));
    }

    private static Task PassSniffed(ConnectionContext connection, IMisdirectedClients misdirected, ConnectionDelegate next)
    {
        SniffedTransport.Sniff(connection, misdirected);
        return next(connection);
    }

    private Task PassGuarded(ConnectionContext connection, Listener listener, ConnectionDelegate next)
    {
        GuardedTransport.Guard(connection, listener.Protocols == HttpProtocols.Http2, listener.MaxControlFrames, time);
        return next(connection);
    }
}
