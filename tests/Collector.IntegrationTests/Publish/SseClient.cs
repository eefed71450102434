using System.Collections.Concurrent;
using System.Text.Json;
using Tidemark.Testing;

namespace Tidemark.Collector.IntegrationTests.Publish;

/// <summary>A real client of the stream over Server-Sent Events.</summary>
internal sealed class SseClient : IAsyncDisposable
{
    private readonly HttpClient _client;
    private readonly HttpResponseMessage _response;
    private readonly CancellationTokenSource _stopping = new();
    private readonly ConcurrentQueue<LiveMessageSeen> _seen = new();
    private readonly Task _reading;

    private SseClient(HttpClient client, HttpResponseMessage response)
    {
        _client = client;
        _response = response;
        _reading = ReadAsync();
    }

    /// <summary>The resume position.</summary>
    public string LastEventId { get; private set; } = "";

    public IReadOnlyList<LiveMessageSeen> Seen => [.. _seen];

    /// <summary>Ids of the session events, in the order in which they came.</summary>
    public IReadOnlyList<long> EventIds => [.. _seen.Where(message => message.IsSessionEvent).Select(message => message.EventId)];

    /// <summary>True if the collector has ended the stream.</summary>
    public bool HasEnded => _reading.IsCompleted;

    public static async Task<SseClient> OpenAsync(Uri api, string query = "", string? lastEventId = null)
    {
        var client = new HttpClient { BaseAddress = api, Timeout = Timeout.InfiniteTimeSpan };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/events/stream{query}");
        request.Headers.Add("Accept", "text/event-stream");
        if (lastEventId is not null) request.Headers.Add("Last-Event-ID", lastEventId);
        var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        var opened = new SseClient(client, response);
        await Eventually.TrueAsync(() => opened.LastEventId != "" || opened.HasEnded);
        return opened.LastEventId != "" ? opened : throw new IOException($"Refused: {string.Join(' ', opened.Seen.Select(message => message.Data))}");
    }

    public Task SeesAsync(int events) =>
        Eventually.GetAsync(() => Task.FromResult(EventIds.Count), seen => seen >= events, TimeSpan.FromMinutes(3), what: $"{events} events");

    public Task SeesAsync(Func<LiveMessageSeen, bool> isWanted) => Eventually.TrueAsync(() => _seen.Any(isWanted));

    /// <summary>Disconnects; received events are kept.</summary>
    public async ValueTask DisposeAsync()
    {
        if (_stopping.IsCancellationRequested) return;
        await _stopping.CancelAsync();
        await _reading;
        _response.Dispose();
        _client.Dispose();
    }

    private async Task ReadAsync()
    {
        try
        {
            using var reader = new StreamReader(await _response.Content.ReadAsStreamAsync(_stopping.Token));
            string type = "message", data = "", id = "";
            while (await reader.ReadLineAsync(_stopping.Token) is { } line)
            {
                if (line.StartsWith("event: ", StringComparison.Ordinal)) type = line[7..];
                else if (line.StartsWith("data: ", StringComparison.Ordinal)) data = line[6..];
                else if (line.StartsWith("id: ", StringComparison.Ordinal)) id = line[4..];
                else if (line.Length == 0)
                {
                    // Updated with the complete message, as in EventSource: a client disconnected before has not received it.
                    LastEventId = id;
                    if (data.Length > 0) _seen.Enqueue(new LiveMessageSeen(LastEventId, type, JsonDocument.Parse(data).RootElement));
                    (type, data) = ("message", "");
                }
            }
        }
        catch (Exception e) when (e is OperationCanceledException or IOException or HttpIOException)
        {
            // Reset by either side.
        }
    }
}
