using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>A message for all subscribers: written once and shared.</summary>
/// <param name="Frame">The complete Server-Sent Event.</param>
/// <param name="JsonStart">Offset of the JSON within the frame.</param>
/// <param name="JsonLength">Length of the JSON, which is what WebSockets send.</param>
internal sealed record LiveMessage(byte[] Frame, int JsonStart, int JsonLength)
{
    /// <summary>The event, for channels with another format; null for other messages.</summary>
    public StreamedEvent? Event { get; init; }

    /// <summary>The position to resume after it; null if <see cref="Event"/> is null.</summary>
    public string? Position { get; init; }

    public ReadOnlyMemory<byte> Json => Frame.AsMemory(JsonStart, JsonLength);
}
