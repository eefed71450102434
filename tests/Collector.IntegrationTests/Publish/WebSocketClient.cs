using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Publish;

/// <summary>A real client of the stream over a WebSocket.</summary>
internal sealed class WebSocketClient : IAsyncDisposable
{
    private readonly ClientWebSocket _socket;
    private readonly ConcurrentQueue<JsonElement> _seen = new();
    private readonly CancellationTokenSource _stopping = new();
    private readonly Task _reading;

    private WebSocketClient(ClientWebSocket socket)
    {
        _socket = socket;
        _reading = ReadAsync();
    }

    public IReadOnlyList<JsonElement> Seen => [.. _seen];

    public IReadOnlyList<long> EventIds =>
        [.. _seen.Where(message => message.TryGetProperty("event_id", out _)).Select(message => message.GetProperty("event_id").GetInt64())];

    /// <summary>The resume position.</summary>
    public string Position => _seen.Last(message => message.TryGetProperty("position", out _)).GetProperty("position").GetString()!;

    public WebSocketCloseStatus? CloseStatus => _socket.CloseStatus;

    public static async Task<WebSocketClient> OpenAsync(Uri api, string query = "", string? origin = null)
    {
        var socket = new ClientWebSocket();
        if (origin is not null) socket.Options.SetRequestHeader("Origin", origin);
        await socket.ConnectAsync(new UriBuilder(api) { Scheme = "ws", Path = "/api/events/stream", Query = query }.Uri, CancellationToken.None);
        var opened = new WebSocketClient(socket);
        await Eventually.TrueAsync(() => !opened._seen.IsEmpty);
        return opened;
    }

    public Task SeesAsync(int events) =>
        Eventually.GetAsync(() => Task.FromResult(EventIds.Count), seen => seen >= events, TimeSpan.FromSeconds(60), what: $"{events} events");

    /// <summary>Sends a close frame, and waits for the response.</summary>
    public async Task CloseAsync()
    {
        await _socket.CloseOutputAsync(WebSocketCloseStatus.NormalClosure, null, CancellationToken.None);
        await _reading;
    }

    public async ValueTask DisposeAsync()
    {
        await _stopping.CancelAsync();
        await _reading;
        _socket.Dispose();
        _stopping.Dispose();
    }

    private async Task ReadAsync()
    {
        var buffer = new byte[64 * 1024];
        try
        {
            while (true)
            {
                var received = 0;
                ValueWebSocketReceiveResult part;
                do
                {
                    part = await _socket.ReceiveAsync(buffer.AsMemory(received), _stopping.Token);
                    received += part.Count;
                }
                while (!part.EndOfMessage);
                if (part.MessageType == WebSocketMessageType.Close) return;
                _seen.Enqueue(JsonDocument.Parse(buffer.AsMemory(0, received).ToArray()).RootElement);
            }
        }
        catch (Exception e) when (e is OperationCanceledException or WebSocketException)
        {
            // Reset by either side.
        }
    }
}
