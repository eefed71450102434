using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Tidemark.Collector.Hosting.Http2;
using Tidemark.Collector.Hosting.Misdirected;
using Tidemark.Collector.Hosting.Tls;

namespace Tidemark.Collector.Hosting;

/// <summary>A door of this process: where it listens and how it is spoken to. Registered with <see cref="HostingServices.AddListener"/>.</summary>
/// <param name="Name">Says which requests are whose; see <see cref="ListenerExtensions.IsFrom"/>.</param>
/// <param name="Purpose">For the log: what it does, as "Receiving OTLP/gRPC".</param>
/// <param name="EndPoints">Where to listen; port 0 takes a free one; none = off.</param>
/// <param name="Protocols">What is spoken there.</param>
/// <param name="MaxConnections">Open connections of this listener; further ones are closed at once, so that no door can be shut through another.</param>
/// <param name="Tls">Null = clear text.</param>
/// <param name="MaxControlFrames">Frames that carry nothing which one HTTP/2 connection may send in ten seconds before it is closed; see
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
    /// <summary>See <see cref="ConnectionAge"/>; null = connections may become of any age.</summary>
    public TimeSpan? MaxAge { get; init; }

    /// <summary>Who speaks another protocol; null = the server's own answer is enough.</summary>
    public IMisdirectedClients? Misdirected { get; init; }

    /// <summary>Only those with a client certificate come through at all.</summary>
    public bool AsksForCertificate => Tls?.AsksForCertificate == true;
}
