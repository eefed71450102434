#if NET
using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace Tidemark.Instrumentation.AspNetCore;

/// <summary>Completes the span of a request with route and status, if nothing else records them.</summary>
internal static class RequestSpan
{
    private const string Route = "http.route";
    private const string Status = "http.response.status_code";
    private const string ErrorType = "error.type";

    public static Activity? Of(HttpContext context) => context.Features.Get<IHttpActivityFeature>()?.Activity;

    /// <param name="context">The request.</param>
    /// <param name="exception">An exception that the server will answer with status 500, unless outer middleware handles it.</param>
    public static void Describe(HttpContext context, Exception? exception)
    {
        if (Of(context) is not { IsAllDataRequested: true } span)
            return;

        if ((context.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText is { } route && span.GetTagItem(Route) is null)
            span.SetTag(Route, route);
        var status = exception is null || context.Response.HasStarted ? context.Response.StatusCode : StatusCodes.Status500InternalServerError;
        if (span.GetTagItem(Status) is null)
            span.SetTag(Status, status);
        if (status < StatusCodes.Status500InternalServerError)
            return;

        if (span.GetTagItem(ErrorType) is null)
            span.SetTag(ErrorType, exception?.GetType().FullName ?? status.ToString(System.Globalization.CultureInfo.InvariantCulture));
        if (span.Status == ActivityStatusCode.Unset)
            span.SetStatus(ActivityStatusCode.Error);
    }
}
#endif
