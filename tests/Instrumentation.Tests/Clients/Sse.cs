using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>Writes answers.</summary>
internal static class Sse
{
    private static readonly string[] Results = ["\"role\":\"tool\"", "\"tool_result\"", "\"function_call_output\""];

    public static async Task WriteAsync(this HttpResponse response, string json)
    {
        response.ContentType = "application/json";
        await HttpResponseWritingExtensions.WriteAsync(response, json);
    }

    /// <summary>Events of a stream, named by their <c>type</c>, if any.</summary>
    public static async Task StreamAsync(this HttpResponse response, bool isCut, params string[] events)
    {
        response.ContentType = "text/event-stream";
        foreach (var data in isCut ? events[..2] : events)
        {
            var name = data.StartsWith('{') ? (string?)JsonNode.Parse(data)!["type"] : null;
            await HttpResponseWritingExtensions.WriteAsync(response, $"{(name is null ? null : $"event: {name}\n")}data: {data}\n\n");
            await response.Body.FlushAsync();
        }
    }

    public static bool IsStream(this JsonNode request) => request["stream"]?.GetValueKind() == JsonValueKind.True;

    public static bool IsCut(this JsonNode request) => (string?)request["model"] == "cut";

    /// <summary>Whether the request offers tools that have not run yet.</summary>
    public static bool WantsTool(this JsonNode request) =>
        request["tools"] is JsonArray { Count: > 0 }
        && !Results.Any((request["messages"] ?? request["input"])!.ToJsonString().Contains);
}
