using Npgsql;
using Tidemark.Collector.Query.Lists;
using Tidemark.Collector.Store;
using Tidemark.Collector.Store.Reading;

namespace Tidemark.Collector.Query.Api;

/// <summary>Converts errors to problem details (RFC 9457). A response that has started is aborted instead, so that it is not taken for complete.</summary>
internal sealed class ApiErrors(ReadDatabase database, ILogger<ApiErrors> logger)
{
    public async Task RunAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
            var isUnmatched = context.Response.StatusCode is StatusCodes.Status404NotFound or StatusCodes.Status405MethodNotAllowed;
            if (isUnmatched && context.Response is { HasStarted: false, ContentType: null })
                await Results.Problem(statusCode: context.Response.StatusCode).ExecuteAsync(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client has disconnected.
        }
        catch (Exception exception)
        {
            var (status, detail) = Explain(exception);
            if (status == StatusCodes.Status500InternalServerError) logger.RequestFailed(context.Request.Path, exception);
            if (context.Response.HasStarted) context.Abort();
            else await WriteAsync(context, status, detail);
        }
    }

    public static Task WriteAsync(HttpContext context, int status, string detail)
    {
        context.Response.Clear();
        if (status == StatusCodes.Status503ServiceUnavailable) context.Response.Headers.RetryAfter = "2";
        if (status == StatusCodes.Status401Unauthorized) context.Response.Headers.WWWAuthenticate = "Bearer";
        return Results.Problem(detail, statusCode: status).ExecuteAsync(context);
    }

    private (int Status, string Detail) Explain(Exception exception) => exception switch
    {
        BadRequestException bad => (StatusCodes.Status400BadRequest, bad.Message),
        BusyException busy => (StatusCodes.Status503ServiceUnavailable, busy.Message),
        PostgresException { SqlState: PostgresErrorCodes.QueryCanceled } =>
            (StatusCodes.Status503ServiceUnavailable, "The query took too long. Narrow it with 'from', 'to' or a filter."),
        PostgresException when DatabaseFailure.IsBadData(exception) => (StatusCodes.Status400BadRequest, "'after' must be the 'next' of the page before."),
        PostgresException when DatabaseFailure.IsContention(exception) =>
            (StatusCodes.Status503ServiceUnavailable, "The query conflicted with the replica's recovery. Try again."),
        _ when !database.IsReady => (StatusCodes.Status503ServiceUnavailable, database.Reason),
        _ when DatabaseFailure.IsConnectionLoss(exception) => (StatusCodes.Status503ServiceUnavailable, DatabaseFailure.Describe(exception)),
        _ => (StatusCodes.Status500InternalServerError, "The collector failed to answer; see its log."),
    };
}
