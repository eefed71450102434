using System.Text.Json;
using Tidemark.Collector.Model.Events;
using Tidemark.Collector.Publish.Subscribers;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>Writes messages for a single subscriber.</summary>
internal static class NoticeJson
{
    public static void WritePosition(Utf8JsonWriter json, StreamPosition position)
    {
        json.WriteStartObject();
        json.WriteString("event_type"u8, MessageNames.Position);
        json.WriteString("position"u8, position.ToString());
        json.WriteEndObject();
    }

    public static void WriteCutOff(Utf8JsonWriter json, CutOff reason, StreamPosition? position)
    {
        json.WriteStartObject();
        json.WriteString("event_type"u8, MessageNames.CutOff);
        json.WriteString("position"u8, position?.ToString());
        json.WriteString("reason"u8, reason.Reason);
        json.WriteString("message"u8, reason.Message);
        json.WriteEndObject();
    }
}
