using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Tidemark.Collector.Hosting;

/// <summary>
/// Ends a connection that has become old, so that senders spread over collectors that were added: by the answer to its next request
/// over HTTP/1.1, by GOAWAY over HTTP/2. What was sent is answered either way.
/// </summary>
/// <param name="most">Give or take a tenth, so that connections that were opened together do not end together.</param>
internal sealed class ConnectionAge(TimeSpan most, TimeProvider time)
{
    private const double Spread = 0.1;

    private readonly long _opened = time.GetTimestamp();
    private readonly TimeSpan _limit = most * (1 - Spread + (2 * Spread * Random.Shared.NextDouble()));

    private bool IsOver => time.GetElapsedTime(_opened) > _limit;

    /// <summary>To be called for each request, before it is answered.</summary>
    public static void Apply(HttpContext context)
    {
        if (context.Features.Get<ConnectionAge>() is not { IsOver: true }) return;
        // What a WebSocket's handshake is answered with is no end.
        if (context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true) return;
        if (HttpProtocol.IsHttp2(context.Request.Protocol)) context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
        else context.Response.Headers.Connection = "close";
    }
}
