using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>Messages. Input tokens do not include those of the cache.</summary>
internal static class AnthropicProtocol
{
    private const string Usage = """
        "usage":{"input_tokens":200,"cache_creation_input_tokens":100,"cache_read_input_tokens":512,"output_tokens":96}
        """;

    public static Task MessagesAsync(HttpResponse response, JsonNode request, int number)
    {
        var head = $"\"id\":\"msg_{number}\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"{request["model"]}-2026\"";
        var (block, end) = request.WantsTool()
            ? ($$$"""{"type":"tool_use","id":"toolu_{{{number}}}","name":"get_weather","input":{}}""", "tool_use")
            : ("""{"type":"text","text":"an answer"}""", "end_turn");
        if (!request.IsStream())
            return response.WriteAsync($$$$"""{{{{{head}}}},"content":[{{{{block}}}}],"stop_reason":"{{{{end}}}}","stop_sequence":null,{{{{Usage}}}}}""");

        return response.StreamAsync(
            request.IsCut(),
            $$$$"""{"type":"message_start","message":{{{{{head}}}},"content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":200,"cache_creation_input_tokens":100,"cache_read_input_tokens":512,"output_tokens":1}}}""",
            $$$"""{"type":"content_block_start","index":0,"content_block":{{{block}}}}""",
            """{"type":"content_block_stop","index":0}""",
            $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{end}}}","stop_sequence":null},"usage":{"output_tokens":96}}""",
            """{"type":"message_stop"}""");
    }
}
