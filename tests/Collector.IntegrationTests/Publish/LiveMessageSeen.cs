using System.Text.Json;

namespace Tidemark.Collector.IntegrationTests.Publish;

/// <summary>A message of the stream as received by a client.</summary>
/// <param name="Id">The client's last event id after this message.</param>
internal sealed record LiveMessageSeen(string Id, string Type, JsonElement Data)
{
    public long EventId => Data.GetProperty("event_id").GetInt64();

    public string? Session => Data.GetProperty("session_id").GetString();

    public bool IsSessionEvent => Data.TryGetProperty("event_id", out _);
}
