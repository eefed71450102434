using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tidemark.Instrumentation.Tests.Testing;

/// <summary>Receives OTLP over HTTP, and keeps bodies by path.</summary>
internal sealed class OtlpSink : IAsyncDisposable
{
    private readonly ConcurrentQueue<(string Path, string Text)> _received = new();
    private readonly WebApplication _app;
    private int _refused;

    private OtlpSink(int port)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls($"http://127.0.0.1:{port}");
        _app = builder.Build();
        _app.Run(TakeAsync);
    }

    public Uri Endpoint => new(_app.Urls.Single());

    public static async Task<OtlpSink> StartAsync(int port = 0)
    {
        var sink = new OtlpSink(port);
        await sink._app.StartAsync();
        return sink;
    }

    /// <summary>Received items, in order.</summary>
    public IReadOnlyList<(string Path, string Text)> Received => [.. _received];

    /// <summary>Answers every request with this status; 0 = accepts it.</summary>
    public int Refuses { get; set; }

    /// <summary>The <c>Retry-After</c> of refusals, if any.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Number of refused requests.</summary>
    public int Refused => Volatile.Read(ref _refused);

    /// <summary>Answers requests that contain this text with status 500.</summary>
    public string? FailsOn { get; set; }

    /// <summary>Number of occurrences of a text in the requests of a path. Protobuf contains strings as plain text.</summary>
    public int Count(string path, string text) => _received
        .Where(received => received.Path == path)
        .Sum(received => received.Text.Split(text).Length - 1);

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private async Task TakeAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var text = Encoding.Latin1.GetString(body.ToArray());
        if (Refuses != 0 || (FailsOn is { } bad && text.Contains(bad, StringComparison.Ordinal)))
        {
            Interlocked.Increment(ref _refused);
            context.Response.Headers.RetryAfter = RetryAfter;
            context.Response.StatusCode = Refuses != 0 ? Refuses : StatusCodes.Status500InternalServerError;
            return;
        }

        _received.Enqueue((context.Request.Path, text));
        context.Response.ContentType = "application/x-protobuf";
    }
}
