using Tidemark.Collector.Query.Api;

namespace Tidemark.Collector.Query.Sessions;

/// <summary><c>GET /api/sessions/{id}/report</c>: the review of one session, in Markdown.</summary>
internal sealed class ReportEndpoint(SessionReviewReader reader, QueryOptions options)
{
    public async Task HandleAsync(HttpContext context, string session)
    {
        if (await reader.ReadAsync(session, context.RequestAborted) is not { } review)
        {
            await ApiErrors.WriteAsync(context, StatusCodes.Status404NotFound, "There is no session with this id.");
            return;
        }

        context.Response.ContentType = "text/markdown; charset=utf-8";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.WriteAsync(SessionReport.Write(review, options.GrafanaUrl), context.RequestAborted);
    }
}
