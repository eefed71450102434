using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tidemark.Collector.Hosting.Http2;
using Tidemark.Collector.Hosting.Misdirected;
using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Hosting;

/// <summary>A listener of this process: its addresses and protocols. Registered with <see cref="HostingServices.AddListener"/>.</summary>
/// <param name="Name">Identifies the listener of a request; see <see cref="ListenerExtensions.IsFrom"/>.</param>
/// <param name="Purpose">Purpose for the log, such as "Receiving OTLP/gRPC".</param>
/// <param name="EndPoints">Addresses to bind; port 0 = any free port; empty = off.</param>
/// <param name="Protocols">Accepted HTTP versions.</param>
/// <param name="MaxConnections">Maximum open connections of this listener, so that no listener can be blocked through another.</param>
/// <param name="Tls">Null = clear text.</param>
/// <param name="MaxControlFrames">Maximum frames without payload per HTTP/2 connection in ten seconds; more close it, see
/// <see cref="ControlFrameBudget"/>.</param>
internal sealed record Listener(
    string Name,
    string Purpose,
    IReadOnlyList<IPEndPoint> EndPoints,
    HttpProtocols Protocols,
    int MaxConnections,
    ListenerTls? Tls = null,
    int MaxControlFrames = 1_000)
{
    /// <summary>See <see cref="ConnectionAge"/>; null = unlimited.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Handles clients that speak another protocol; null = the server's own answer is sufficient.</summary>
    public IMisdirectedClients? Misdirected { get; init; }

    /// <summary>Whether a client certificate is required.</summary>
    public bool AsksForCertificate => Tls?.AsksForCertificate == true;
}
