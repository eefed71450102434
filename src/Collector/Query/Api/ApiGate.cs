using Tidemark.Collector.Hosting;
using Tidemark.Collector.Hosting.Access;
using Tidemark.Collector.Query.Arrivals;

namespace Tidemark.Collector.Query.Api;

/// <summary>
/// Authenticates API requests. If no keys are set, prevents pages of other sites from reading data through a browser on this machine,
/// by WebSocket or DNS rebinding.
/// </summary>
internal sealed class ApiGate(Authenticator authenticator, KnownHosts hosts, QueryOptions options)
{
    private static readonly string[] Free = ["/healthz", "/readyz", StartPage.Path];

    private readonly string[] _origins = KnownHosts.List(options.CorsOrigins);
    private readonly string[] _hosts = KnownHosts.List(options.Hosts);

    /// <summary>Origins of other sites that may read the API.</summary>
    public IReadOnlyList<string> Origins => _origins;

    public Task PassAsync(HttpContext context, RequestDelegate next)
    {
        if (!context.IsFrom(ListenerNames.Api) || IsFree(context.Request.Path)) return next(context);
        var admission = authenticator.Admit(context, KeyRole.Read, out _);
        if (admission == Admission.Unknown)
            return ApiErrors.WriteAsync(context, StatusCodes.Status401Unauthorized, "Send one of the collector's keys: 'Authorization: Bearer KEY'.");
        if (admission == Admission.OtherRole)
            return ApiErrors.WriteAsync(
                context, StatusCodes.Status403Forbidden,
                $"This key can only send. Use one with the role {nameof(KeyRole.Read)} or {nameof(KeyRole.Both)}.");
        if (!hosts.Knows(context, _hosts))
            return ApiErrors.WriteAsync(
                context, StatusCodes.Status403Forbidden,
                $"'{context.Request.Host.Host}' is not a host name of this API. Use its address, or set {QueryOptions.Section}:{nameof(QueryOptions.Hosts)}.");
        if (context.WebSockets.IsWebSocketRequest && !IsKnownOrigin(context))
            return ApiErrors.WriteAsync(
                context, StatusCodes.Status403Forbidden,
                $"Pages of '{context.Request.Headers.Origin}' may not read the API. Set {QueryOptions.Section}:{nameof(QueryOptions.CorsOrigins)}.");
        return next(context);
    }

    private static bool IsFree(PathString path) => Free.Contains(path.Value) || path.StartsWithSegments(RunbookPage.Path, StringComparison.Ordinal);

    private bool IsKnownOrigin(HttpContext context)
    {
        var origin = context.Request.Headers.Origin.ToString();
        if (origin.Length == 0 || _origins.Contains(origin, StringComparer.OrdinalIgnoreCase)) return true;
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri) && uri.Authority.Equals(context.Request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }
}
