using System.Diagnostics;
using System.Net;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Operations;

public sealed class InferenceOperationTests : IDisposable
{
    private static readonly string[] Stop = ["stop"];
    private readonly SpanRecorder _spans = new();
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly TidemarkClient _tidemark = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public void Dispose_EverythingSet_WritesSpanByGenAiConventions()
    {
        using (var session = _tidemark.StartSession(_id, user: "u-7", agent: "planner", workflow: "checkout"))
        using (var call = session.StartInference("kimi-k2-0905-preview", "moonshot_ai", "c-1"))
        {
            call.SetUsage(new TokenUsage(Input: 812, Output: 96, CacheRead: 512, CacheWrite: 100, Reasoning: 40));
            call.SetResponse("kimi-k2-0905", "r-1", "stop");
            call.SetTimeToFirstChunk(TimeSpan.FromSeconds(0.25));
            call.SetContextWindow(262_144);
            call.SetCost(0.0125m);
            call.SetCompaction(200_000, 8_000);
        }

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal("chat kimi-k2-0905-preview", span.DisplayName);
        Assert.Equal(ActivityKind.Client, span.Kind);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.Equal("Tidemark.Instrumentation", span.Source.Name);
        Assert.Equal("0.1.0", span.Source.Version);
        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["session.id"] = _id,
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
                ["gen_ai.usage.cache_write.input_tokens"] = 100L,
                ["gen_ai.usage.reasoning.output_tokens"] = 40L,
                ["tidemark.context.max"] = 262_144L,
                ["tidemark.cost.usd"] = 0.0125,
                ["gen_ai.conversation.compacted"] = true,
                ["tidemark.context.before"] = 200_000L,
                ["tidemark.context.after"] = 8_000L,
            },
            span.Attributes());
    }

    [Fact]
    public void Dispose_NothingSet_WritesNoUsage()
    {
        using (var session = _tidemark.StartSession(_id))
            session.StartInference("m").Dispose();

        Assert.Equal(
            new Dictionary<string, object?> { ["session.id"] = _id, ["gen_ai.operation.name"] = "chat", ["gen_ai.request.model"] = "m" },
            Assert.Single(_spans.Of(_id)).Attributes());
    }

    [Fact]
    public void SetUsage_InParts_KeepsTheLastValues()
    {
        using (var session = _tidemark.StartSession(_id))
        using (var call = session.StartInference("m"))
        {
            call.SetUsage(new TokenUsage(Input: 10, Output: 1));
            call.SetUsage(new TokenUsage(Output: 7));
        }

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(10L, span.GetTagItem("gen_ai.usage.input_tokens"));
        Assert.Equal(7L, span.GetTagItem("gen_ai.usage.output_tokens"));
    }

    [Fact]
    public void Members_AfterTheEnd_ChangeNothing()
    {
        using var session = _tidemark.StartSession(_id);
        var call = session.StartInference("m");
        call.SetUsage(new TokenUsage(Input: 10));
        call.Dispose();
        var reported = Assert.Single(_spans.Of(_id)).Attributes();
        var duration = call.Activity!.Duration;

        call.SetUsage(new TokenUsage(Input: 99));
        call.SetError("late");
        call.SetAttribute("late", true);
        call.End(call.Activity.StartTimeUtc.AddHours(1));
        call.Dispose();

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(reported, span.Attributes());
        Assert.Equal(duration, span.Duration);
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.False(call.IsRecording);
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, "429")]
    [InlineData(null, "connection_error")]
    public void SetError_HttpFailure_TypeIsTheStatusCode(HttpStatusCode? status, string expected)
    {
        using (var session = _tidemark.StartSession(_id))
        using (var call = session.StartInference("m"))
            call.SetError(new HttpRequestException("the prompt was: secret", null, status));

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(expected, span.Text("error.type"));
        Assert.Equal(ActivityStatusCode.Error, span.Status);
        Assert.Null(span.StatusDescription);
        Assert.Empty(span.Events);
    }

    [Fact]
    public void SetError_MessagesAskedFor_DescribesTheStatus()
    {
        var tidemark = new TidemarkClient(options: new TidemarkOptions { CaptureExceptionMessages = true });
        using (var session = tidemark.StartSession(_id))
        using (var call = session.StartInference("m"))
            call.SetError(new TimeoutException("no answer in 30 s"));

        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal("System.TimeoutException", span.Text("error.type"));
        Assert.Equal("no answer in 30 s", span.StatusDescription);
    }

    [Fact]
    public void End_TimesGiven_SpanHasThem()
    {
        var start = new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.Zero);
        using (var session = _tidemark.StartSession(_id))
        {
            session.StartInference("m", startTime: start).End(start.AddSeconds(2.5));
            session.StartInference("m", startTime: start).End(start.AddSeconds(-1));
        }

        Assert.Collection(
            _spans.Of(_id),
            reported => Assert.Equal(TimeSpan.FromSeconds(2.5), reported.Duration),
            backwards => Assert.InRange(backwards.Duration.Ticks, 0, 1));
        Assert.All(_spans.Of(_id), span => Assert.Equal(start.UtcDateTime, span.StartTimeUtc));
    }

    [Fact]
    public void ChunkReceived_Twice_FirstOneGivesTheTime()
    {
        using var metrics = new MetricRecorder();
        using (var session = _tidemark.StartSession(_id))
        using (var call = session.StartInference(_id))
        {
            call.SetStreaming();
            call.ChunkReceived();
            call.ChunkReceived();
        }

        var chunks = metrics.With("gen_ai.request.model", _id).Where(measured => measured.Name.Contains("chunk", StringComparison.Ordinal)).ToArray();
        Assert.Equal(["gen_ai.client.inference.time_to_first_chunk", "gen_ai.client.inference.time_per_output_chunk"], chunks.Select(chunk => chunk.Name));
        var span = Assert.Single(_spans.Of(_id));
        Assert.Equal(true, span.GetTagItem("gen_ai.request.stream"));
        Assert.Equal(chunks[0].Value, span.GetTagItem("gen_ai.response.time_to_first_chunk"));
    }
}
