using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>OpenAI's Responses API, which has a new id for each response.</summary>
internal static class ResponsesProtocol
{
    public static Task AnswerAsync(HttpResponse response, JsonNode request, int number)
    {
        var item = request.WantsTool()
            ? $$$"""{"type":"function_call","id":"fc_{{{number}}}","call_id":"call_{{{number}}}","status":"completed","name":"get_weather","arguments":"{}"}"""
            : $$$"""{"type":"message","id":"msg_{{{number}}}","status":"completed","role":"assistant","content":[{"type":"output_text","text":"an answer","annotations":[]}]}""";
        var whole = Answer(request, number, "completed", item, """
            {"input_tokens":812,"input_tokens_details":{"cached_tokens":512},"output_tokens":96,"output_tokens_details":{"reasoning_tokens":40},"total_tokens":908}
            """);
        if (!request.IsStream())
            return response.WriteAsync(whole);

        return response.StreamAsync(
            request.IsCut(),
            $$$"""{"type":"response.created","sequence_number":0,"response":{{{Answer(request, number, "in_progress", string.Empty, "null")}}}}""",
            $$$"""{"type":"response.output_text.delta","sequence_number":1,"item_id":"msg_{{{number}}}","output_index":0,"content_index":0,"delta":"an answer"}""",
            $$$"""{"type":"response.output_item.done","sequence_number":2,"output_index":0,"item":{{{item}}}}""",
            $$$"""{"type":"response.completed","sequence_number":3,"response":{{{whole}}}}""");
    }

    private static string Answer(JsonNode request, int number, string status, string item, string usage) => $$$$"""
        {"id":"resp_{{{{number}}}}","object":"response","created_at":1,"status":"{{{{status}}}}","model":"{{{{request["model"]}}}}-2026","previous_response_id":null,"output":[{{{{item}}}}],"parallel_tool_calls":true,"tool_choice":"auto","tools":[],"metadata":{},"usage":{{{{usage.Trim()}}}}}
        """.Trim();
}
