using System.Diagnostics;
using Tidemark.Instrumentation.Tests.Support;

namespace Tidemark.Instrumentation.Tests.Operations;

public sealed class InferenceOperationTests : IDisposable
{
    private static readonly string[] Stop = ["stop"];
    private readonly SpanRecorder _spans = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public void Dispose_AllTold_WritesSpanByGenAiConventions()
    {
        var id = Guid.NewGuid().ToString();
        var tidemark = new TidemarkClient();
        using (var session = tidemark.StartSession(id, user: "u-7", agent: "planner", workflow: "checkout"))
        using (var call = session.StartInference("kimi-k2-0905-preview", "moonshot_ai", "c-1"))
        {
            call.SetUsage(new TokenUsage(Input: 812, Output: 96, CacheRead: 512));
            call.SetResponse("kimi-k2-0905", "r-1", "stop");
            call.SetTimeToFirstChunk(TimeSpan.FromSeconds(0.25));
            call.SetContextWindow(262_144);
        }

        var span = Assert.Single(_spans.Of(id));
        Assert.Equal("chat kimi-k2-0905-preview", span.DisplayName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["session.id"] = id,
                ["gen_ai.conversation.id"] = "c-1",
                ["user.id"] = "u-7",
                ["gen_ai.agent.name"] = "planner",
                ["gen_ai.workflow.name"] = "checkout",
                ["gen_ai.operation.name"] = "chat",
                ["gen_ai.provider.name"] = "moonshot_ai",
                ["gen_ai.request.model"] = "kimi-k2-0905-preview",
                ["gen_ai.response.model"] = "kimi-k2-0905",
                ["gen_ai.response.id"] = "r-1",
                ["gen_ai.response.finish_reasons"] = Stop,
                ["gen_ai.response.time_to_first_chunk"] = 0.25,
                ["gen_ai.usage.input_tokens"] = 812L,
                ["gen_ai.usage.output_tokens"] = 96L,
                ["gen_ai.usage.cache_read.input_tokens"] = 512L,
                ["tidemark.context.max"] = 262_144L,
            },
            span.TagObjects.ToDictionary(tag => tag.Key, tag => tag.Value));
    }
}
