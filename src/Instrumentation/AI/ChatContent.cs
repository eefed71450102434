using System.Text;
using System.Text.Json;
using Microsoft.Extensions.AI;

namespace Tidemark.Instrumentation.AI;

/// <summary>
/// Writes messages in the JSON format of the GenAI conventions: text and reasoning as text, tool calls and results by id and name.
/// Of binary parts only the media type is written.
/// </summary>
internal static class ChatContent
{
    /// <summary>Records the messages if content is captured; returns the messages to send, as an enumerable may only be read once.</summary>
    public static IEnumerable<ChatMessage> GiveInput(InferenceOperation call, IEnumerable<ChatMessage> messages, ChatOptions? options)
    {
        if (!call.CapturesContent || messages is null)
            return messages!;

        var list = messages as IReadOnlyCollection<ChatMessage> ?? [.. messages];
        Telemetry.Guard.Run(
            static given => given.call.SetInput(Write(given.list), WriteInstructions(given.options?.Instructions)), (call, list, options), "writing messages");
        return list;
    }

    public static string Write(IEnumerable<ChatMessage> messages) => Write(writer =>
    {
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteString("role", message.Role.Value);
            writer.WriteStartArray("parts");
            foreach (var content in message.Contents)
                WritePart(writer, content);
            writer.WriteEndArray();
            writer.WriteEndObject();
        }
    });

    private static string? WriteInstructions(string? instructions) =>
        instructions is null ? null : Write(writer => WriteText(writer, "text", instructions));

    private static string Write(Action<Utf8JsonWriter> items)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            writer.WriteStartArray();
            items(writer);
            writer.WriteEndArray();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void WritePart(Utf8JsonWriter writer, AIContent content)
    {
        switch (content)
        {
            case TextContent text:
                WriteText(writer, "text", text.Text);
                break;
            case TextReasoningContent reasoning:
                WriteText(writer, "reasoning", reasoning.Text);
                break;
            case FunctionCallContent call:
                WriteTool(writer, "tool_call", call.CallId, call.Name);
                break;
            case FunctionResultContent result:
                WriteTool(writer, "tool_call_response", result.CallId, name: null);
                break;
            case DataContent data:
                WriteMedia(writer, data.MediaType);
                break;
            default:
                break;
        }
    }

    private static void WriteText(Utf8JsonWriter writer, string type, string text)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteString("content", text);
        writer.WriteEndObject();
    }

    private static void WriteTool(Utf8JsonWriter writer, string type, string id, string? name)
    {
        writer.WriteStartObject();
        writer.WriteString("type", type);
        writer.WriteString("id", id);
        if (name is not null)
            writer.WriteString("name", name);
        writer.WriteEndObject();
    }

    private static void WriteMedia(Utf8JsonWriter writer, string? mediaType)
    {
        writer.WriteStartObject();
        writer.WriteString("type", "blob");
        writer.WriteString("mime_type", mediaType);
        writer.WriteEndObject();
    }
}
