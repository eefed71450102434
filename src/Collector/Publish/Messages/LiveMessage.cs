using Tidemark.Collector.Model;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>A message as it goes to every subscriber: written once, shared by all.</summary>
/// <param name="Frame">The Server-Sent Event, whole.</param>
/// <param name="JsonStart">Where in the frame its JSON begins.</param>
/// <param name="JsonLength">How long the JSON is: what WebSockets get.</param>
internal sealed record LiveMessage(byte[] Frame, int JsonStart, int JsonLength)
{
    /// <summary>The event, for channels that say it in other words; null for other messages.</summary>
    public StreamedEvent? Event { get; init; }

    /// <summary>Resumes after it; null where <see cref="Event"/> is.</summary>
    public string? Position { get; init; }

    public ReadOnlyMemory<byte> Json => Frame.AsMemory(JsonStart, JsonLength);
}
