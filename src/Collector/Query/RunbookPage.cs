using Tidemark.Collector.Query.Api;

namespace Tidemark.Collector.Query;

/// <summary><c>GET /runbooks/{name}</c>: the runbook of an alert rule as text; <c>/runbooks</c> lists them. Needs no key, as it contains no data.</summary>
internal static class RunbookPage
{
    public const string Path = "/runbooks";

    private const string Index = "README";

    public static Task HandleAsync(HttpContext context, string? name)
    {
        using var page = typeof(RunbookPage).Assembly.GetManifestResourceStream($"Runbooks/{name ?? Index}.md");
        if (page is null) return ApiErrors.WriteAsync(context, StatusCodes.Status404NotFound, $"There is no runbook with this name; {Path} lists them.");

        using var reader = new StreamReader(page);
        context.Response.ContentType = "text/plain; charset=utf-8";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(reader.ReadToEnd(), context.RequestAborted);
    }
}
