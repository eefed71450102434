using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>Chat: one JSON object a line.</summary>
internal static class OllamaProtocol
{
    public static async Task ChatAsync(HttpResponse response, JsonNode request, int number)
    {
        response.ContentType = "application/x-ndjson";
        var head = $"\"model\":\"{request["model"]}\",\"created_at\":\"2026-11-26T00:00:0{number % 10}Z\"";
        var said = request.WantsTool()
            ? """{"role":"assistant","content":"","tool_calls":[{"function":{"name":"get_weather","arguments":{}}}]}"""
            : """{"role":"assistant","content":"answer"}""";
        if (request.IsStream())
        {
            await HttpResponseWritingExtensions.WriteAsync(
                response, $$$"""{{{{head}}},"message":{"role":"assistant","content":"an "},"done":false}{{{'\n'}}}""");
            await response.Body.FlushAsync();
        }

        if (!request.IsCut())
            await HttpResponseWritingExtensions.WriteAsync(
                response, $$$"""{{{{head}}},"message":{{{said}}},"done":true,"done_reason":"stop","prompt_eval_count":812,"eval_count":96}{{{'\n'}}}""");
    }
}
