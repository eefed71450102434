using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

/// <summary>Serves a page from another origin, and receives its reports.</summary>
internal sealed class PageServer : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<string> _lines = new();

    private PageServer(WebApplication app) => _app = app;

    public Uri Url => new(_app.Urls.First());

    /// <summary>The page's text at each report.</summary>
    public IReadOnlyList<string> Lines => [.. _lines];

    /// <param name="script">The page's script; it may call <c>show(text)</c>, which adds a line and reports it.</param>
    public static async Task<PageServer> StartAsync(string script)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        var app = builder.Build();
        var server = new PageServer(app);
        var page = $$"""
            <!doctype html>
            <title>Sessions</title>
            <ul id="lines"></ul>
            <script>
            const api = new URLSearchParams(location.search).get('api');
            function show(text) {
              const line = document.createElement('li');
              line.textContent = text;
              document.getElementById('lines').append(line);
              fetch('/reported', { method: 'POST', body: document.body.innerText });
            }
            {{script}}
            </script>
            """;
        app.MapGet("/", () => Results.Content(page, "text/html; charset=utf-8"));
        app.MapPost("/reported", async (HttpRequest request) =>
        {
            using var reader = new StreamReader(request.Body);
            server._lines.Enqueue(await reader.ReadToEndAsync());
        });
        await app.StartAsync();
        return server;
    }

    public Uri PageOf(Uri api) => new($"{Url}?api={Uri.EscapeDataString(api.ToString().TrimEnd('/'))}");

    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
