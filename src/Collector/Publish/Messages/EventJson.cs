using System.Text.Json;
using Tidemark.Collector.Model.Events;

namespace Tidemark.Collector.Publish.Messages;

/// <summary>Writes a session event as JSON: the columns of <c>tidemark.session_events</c>, and <c>position</c> to resume after it.</summary>
internal static class EventJson
{
    public static void Write(Utf8JsonWriter json, StreamedEvent streamed, string position)
    {
        var one = streamed.Event;
        json.WriteStartObject();
        json.WriteString("position"u8, position);
        json.WriteNumber("event_id"u8, streamed.Key.EventId);
        json.WriteString("occurred_at"u8, one.OccurredAt);
        json.WriteString("recorded_at"u8, streamed.RecordedAt);
        json.WriteString("event_type"u8, one.Type);
        json.WriteString("severity"u8, SeverityNames.Of(one.Severity));
        WriteText(json, "session_id"u8, one.SessionId);
        WriteText(json, "conversation_id"u8, one.ConversationId);
        WriteText(json, "service"u8, one.Service);
        WriteText(json, "environment"u8, one.Environment);
        WriteText(json, "agent"u8, one.Agent);
        WriteText(json, "workflow"u8, one.Workflow);
        WriteText(json, "model"u8, one.Model);
        WriteText(json, "user_id"u8, one.UserId);
        json.WriteString("message"u8, one.Message);
        json.WritePropertyName("data"u8);
        json.WriteRawValue(one.Data, skipInputValidation: true);
        json.WriteEndObject();
    }

    private static void WriteText(Utf8JsonWriter json, ReadOnlySpan<byte> name, string? text)
    {
        if (string.IsNullOrEmpty(text)) json.WriteNull(name);
        else json.WriteString(name, text);
    }
}
