using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using Tidemark.Collector.Query.Formats;

namespace Tidemark.Collector.Query.Lists;

/// <summary>Answers with a page of a list, or with all of it as a file. Rows are streamed, not buffered.</summary>
internal sealed class ListEndpoint(ListRequestParser parser, ListReader reader, QueryOptions options) : IDisposable
{
    private const int FlushAt = 32 * 1024;

    private readonly SemaphoreSlim _exports = new(options.Exports);

    /// <param name="context">The request.</param>
    /// <param name="list">The list.</param>
    /// <param name="of">Restricts the list to what the path names.</param>
    public async Task HandleAsync(HttpContext context, ListDefinition list, params (string Filter, string Value)[] of)
    {
        var request = parser.Parse(list, context.Request.Query);
        foreach (var (name, value) in of)
        {
            var filter = list.Filters.Single(one => one.Name == name);
            request = request with { Filters = [.. request.Filters.Where(one => one.Filter != filter), (filter, new[] { value })] };
        }

        if (request.Format == ListFormat.Json)
        {
            await AnswerAsync(context, request);
            return;
        }

        if (!await _exports.WaitAsync(TimeSpan.Zero, context.RequestAborted))
            throw new BusyException($"{options.Exports} exports are already running. Try again when one has finished.");
        try
        {
            // Exports have a time limit of their own: a reader that pauses is not disconnected before it.
            if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate) rate.MinDataRate = null;
            await AnswerAsync(context, request);
        }
        finally
        {
            _exports.Release();
        }
    }

    public void Dispose() => _exports.Dispose();

    private async Task AnswerAsync(HttpContext context, ListRequest request)
    {
        using var format = RowFormats.Create(request.Format);
        var output = context.Response.BodyWriter;
        var columns = request.List.Columns;
        var begun = false;

        // Not before the database has answered: until then the response can still become an error.
        void Begin()
        {
            if (begun) return;
            begun = true;
            context.Response.ContentType = format.ContentType;
            context.Response.Headers.CacheControl = "no-store";
            if (format.Extension is { } extension) context.Response.Headers.ContentDisposition = $"attachment; filename=\"{request.List.Name}.{extension}\"";
            format.Begin(output, columns);
        }

        var next = await reader.ReadAsync(
            request,
            async row =>
            {
                Begin();
                format.Row(output, columns, row);
                if (output.UnflushedBytes > FlushAt) await output.FlushAsync(context.RequestAborted);
            },
            context.RequestAborted);
        Begin();
        format.End(output, next);
        await output.FlushAsync(context.RequestAborted);
    }
}
