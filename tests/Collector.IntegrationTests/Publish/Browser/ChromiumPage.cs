using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Publish.Browser;

/// <summary>A page in a real browser, controlled over the DevTools protocol, with its visible text and script errors.</summary>
internal sealed class ChromiumPage : IAsyncDisposable
{
    private readonly Chromium _chromium;
    private readonly ClientWebSocket _socket = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentDictionary<int, TaskCompletionSource<JsonNode>> _calls = new();
    private readonly ConcurrentQueue<string> _faults = new();
    private readonly SemaphoreSlim _sending = new(1);
    private Task _reading = Task.CompletedTask;
    private int _lastCall;

    private ChromiumPage(Chromium chromium) => _chromium = chromium;

    /// <summary>Uncaught exceptions, console errors and violations of the page's content security policy.</summary>
    public IReadOnlyList<string> Faults => [.. _faults];

    public static async Task<ChromiumPage> OpenAsync(Uri address)
    {
        var page = new ChromiumPage(Chromium.Open(new Uri("about:blank")));
        await page._socket.ConnectAsync(await page._chromium.DebuggerAsync(), CancellationToken.None);
        page._reading = page.ReadAsync();
        foreach (var domain in new[] { "Runtime", "Log", "Page" }) await page.CallAsync(domain + ".enable");
        await page.CallAsync("Page.navigate", new JsonObject { ["url"] = address.ToString() });
        return page;
    }

    /// <summary>The page's visible text.</summary>
    public Task<string> TextAsync() => EvaluateAsync("document.body ? document.body.innerText : ''");

    public async Task<string> EvaluateAsync(string script)
    {
        var answer = await CallAsync("Runtime.evaluate", new JsonObject { ["expression"] = script, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer["result"]?["value"]?.ToString() ?? "";
    }

    public Task<string> SeesAsync(string text) =>
        Eventually.GetAsync(TextAsync, seen => seen.Contains(text, StringComparison.Ordinal), TimeSpan.FromSeconds(60), what: $"'{text}' on the page");

    /// <summary>A picture of the page, as PNG.</summary>
    public async Task<byte[]> ScreenshotAsync() =>
        Convert.FromBase64String((await CallAsync("Page.captureScreenshot", new JsonObject { ["captureBeyondViewport"] = true }))["data"]!.ToString());

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _reading;
        _socket.Dispose();
        _chromium.Dispose();
        _stop.Dispose();
        _sending.Dispose();
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject? parameters = null)
    {
        var call = Interlocked.Increment(ref _lastCall);
        var answer = _calls[call] = new TaskCompletionSource<JsonNode>(TaskCreationOptions.RunContinuationsAsynchronously);
        var message = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["id"] = call, ["method"] = method, ["params"] = parameters ?? [] });
        await _sending.WaitAsync();
        try
        {
            await _socket.SendAsync(message, WebSocketMessageType.Text, true, CancellationToken.None);
        }
        finally
        {
            _sending.Release();
        }

        return await answer.Task.WaitAsync(TimeSpan.FromSeconds(60));
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        using var message = new MemoryStream();
        try
        {
            while (true)
            {
                var part = await _socket.ReceiveAsync(buffer, _stop.Token);
                message.Write(buffer, 0, part.Count);
                if (!part.EndOfMessage) continue;
                Take(JsonNode.Parse(message.ToArray())!);
                message.SetLength(0);
            }
        }
        catch (Exception exception) when (exception is OperationCanceledException or WebSocketException)
        {
            // The page is closed, which ends pending calls.
            foreach (var call in _calls.Values) call.TrySetException(exception);
        }
    }

    private void Take(JsonNode message)
    {
        if (message["id"]?.GetValue<int>() is { } call)
        {
            if (!_calls.TryRemove(call, out var answer)) return;
            if (message["error"] is { } error) answer.TrySetException(new InvalidOperationException(error.ToJsonString()));
            else answer.TrySetResult(message["result"]!);
            return;
        }

        var parameters = message["params"];
        switch (message["method"]?.ToString())
        {
            case "Runtime.exceptionThrown":
                _faults.Enqueue(parameters!["exceptionDetails"]!.ToJsonString());
                break;
            case "Log.entryAdded" when parameters!["entry"]!["level"]!.ToString() == "error":
                _faults.Enqueue(parameters["entry"]!["text"]!.ToString());
                break;
        }
    }
}
