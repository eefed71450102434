using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http.Features;

namespace Tidemark.Collector.Hosting;

/// <summary>
/// Closes connections that have reached a maximum age, so that senders spread over collectors that were added: with the response to the next
/// request over HTTP/1.1, with GOAWAY over HTTP/2. Requests already sent are answered either way.
/// </summary>
/// <param name="most">The maximum age, varied by a tenth so that connections opened together are not closed together.</param>
internal sealed class ConnectionAge(TimeSpan most, TimeProvider time)
{
    private const double Spread = 0.1;

    private readonly long _opened = time.GetTimestamp();
    private readonly TimeSpan _limit = most * (1 - Spread + (2 * Spread * Random.Shared.NextDouble()));

    private bool IsOver => time.GetElapsedTime(_opened) > _limit;

    /// <summary>Called for each request, before its response.</summary>
    public static void Apply(HttpContext context)
    {
        if (context.Features.Get<ConnectionAge>() is not { IsOver: true }) return;
        // The response to a WebSocket handshake does not end the connection.
        if (context.Features.Get<IHttpUpgradeFeature>()?.IsUpgradableRequest == true) return;
        if (HttpProtocol.IsHttp2(context.Request.Protocol)) context.Features.GetRequiredFeature<IConnectionLifetimeNotificationFeature>().RequestClose();
        else context.Response.Headers.Connection = "close";
    }
}
