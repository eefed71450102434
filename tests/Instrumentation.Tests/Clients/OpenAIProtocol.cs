using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Tidemark.Instrumentation.Tests.Clients;

/// <summary>Chat completions, at OpenAI and at Azure, and embeddings.</summary>
internal static class OpenAIProtocol
{
    private const string Usage = """
        "usage":{"prompt_tokens":812,"completion_tokens":96,"total_tokens":908,"prompt_tokens_details":{"cached_tokens":512},"completion_tokens_details":{"reasoning_tokens":40}}
        """;

    public static Task ChatAsync(HttpResponse response, JsonNode request, int number)
    {
        var head = $"\"id\":\"chatcmpl-{number}\",\"created\":1,\"model\":\"{request["model"]}-2026\"";
        var call = $$$"""{"index":0,"id":"call_{{{number}}}","type":"function","function":{"name":"get_weather","arguments":"{}"}}""";
        var (said, end) = request.WantsTool()
            ? ($$$"""{"role":"assistant","content":null,"tool_calls":[{{{call}}}]}""", "tool_calls")
            : ("""{"role":"assistant","content":"an answer"}""", "stop");
        if (!request.IsStream())
            return response.WriteAsync(
                $$$$"""{{{{{head}}}},"object":"chat.completion","choices":[{"index":0,"message":{{{{said}}}},"finish_reason":"{{{{end}}}}"}],{{{{Usage}}}}}""");

        return response.StreamAsync(
            request.IsCut(),
            $$$$"""{{{{{head}}}},"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}]}""",
            $$$$"""{{{{{head}}}},"object":"chat.completion.chunk","choices":[{"index":0,"delta":{{{{said}}}},"finish_reason":null}]}""",
            $$$$"""{{{{{head}}}},"object":"chat.completion.chunk","choices":[{"index":0,"delta":{},"finish_reason":"{{{{end}}}}"}]}""",
            $$$$"""{{{{{head}}}},"object":"chat.completion.chunk","choices":[],{{{{Usage}}}}}""",
            "[DONE]");
    }

    public static Task EmbeddingsAsync(HttpResponse response, JsonNode request, int number) => response.WriteAsync($$$$"""
        {"object":"list","model":"{{{{request["model"]}}}}-2026","data":[{"object":"embedding","index":0,"embedding":"AACAPwAAAEAAAEBA"}],"usage":{"prompt_tokens":12,"total_tokens":12}}
        """);
}
