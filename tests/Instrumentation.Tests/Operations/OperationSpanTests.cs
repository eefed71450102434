using System.Diagnostics;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Operations;

public sealed class OperationSpanTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly string _id = Guid.NewGuid().ToString();
    private readonly TidemarkClient _tidemark = new();

    public void Dispose() => _spans.Dispose();

    [Fact]
    public void StartEmbedding_Told_WritesSpan()
    {
        var span = Record(session =>
        {
            using var call = session.StartEmbedding("text-embedding-3-small", "openai");
            call.SetUsage(120);
            call.SetResponse("text-embedding-3-small-1", 1536);
            call.SetCost(0.5m);
        });

        AssertSpan(span, "embeddings text-embedding-3-small", ActivityKind.Client, new()
        {
            ["gen_ai.operation.name"] = "embeddings",
            ["gen_ai.provider.name"] = "openai",
            ["gen_ai.request.model"] = "text-embedding-3-small",
            ["gen_ai.response.model"] = "text-embedding-3-small-1",
            ["gen_ai.embeddings.dimension.count"] = 1536L,
            ["gen_ai.usage.input_tokens"] = 120L,
            ["tidemark.cost.usd"] = 0.5,
        });
    }

    [Fact]
    public void StartTool_Failed_WritesSpan()
    {
        var span = Record(session =>
        {
            using var tool = session.StartTool("search", "call_1");
            tool.SetError("timeout", "no answer");
        });

        AssertSpan(span, "execute_tool search", ActivityKind.Internal, new()
        {
            ["gen_ai.operation.name"] = "execute_tool",
            ["gen_ai.tool.name"] = "search",
            ["gen_ai.tool.call.id"] = "call_1",
            ["error.type"] = "timeout",
        });
        Assert.Equal((ActivityStatusCode.Error, "no answer"), (span.Status, span.StatusDescription));
    }

    [Fact]
    public void StartAgent_Run_WritesSpan() => AssertSpan(
        Record(session => session.StartAgent("planner").Dispose()),
        "invoke_agent planner",
        ActivityKind.Internal,
        new() { ["gen_ai.operation.name"] = "invoke_agent", ["gen_ai.agent.name"] = "planner" });

    [Fact]
    public void StartWorkflow_Run_WritesSpan() => AssertSpan(
        Record(session => session.StartWorkflow("checkout").Dispose()),
        "invoke_workflow checkout",
        ActivityKind.Internal,
        new() { ["gen_ai.operation.name"] = "invoke_workflow", ["gen_ai.workflow.name"] = "checkout" });

    [Fact]
    public void StartCache_Fallback_WritesTheBackendThatAnswered()
    {
        var span = Record(session =>
        {
            using var cache = session.StartCache("redis", "session");
            cache.SetFallback("memory");
            cache.SetHit(false);
        });

        AssertSpan(span, "get session", ActivityKind.Client, new()
        {
            ["tidemark.operation.kind"] = "cache",
            ["tidemark.cache.store"] = "session",
            ["tidemark.cache.backend"] = "memory",
            ["tidemark.cache.hit"] = false,
        });
    }

    [Fact]
    public void RecordCache_Over_SpanEndsNow()
    {
        var span = Record(session => session.RecordCache("redis", hit: true, TimeSpan.FromMilliseconds(3)));

        AssertSpan(span, "get cache", ActivityKind.Client, new()
        {
            ["tidemark.operation.kind"] = "cache",
            ["tidemark.cache.store"] = "cache",
            ["tidemark.cache.backend"] = "redis",
            ["tidemark.cache.hit"] = true,
        });
        Assert.Equal(TimeSpan.FromMilliseconds(3), span.Duration);
    }

    [Fact]
    public void StartDependency_Told_WritesSpan()
    {
        var span = Record(session =>
        {
            using var call = session.StartDependency("orders-db", "SELECT");
            call.SetBytes(request: 80);
            call.SetBytes(response: 4096);
        });

        AssertSpan(span, "SELECT orders-db", ActivityKind.Client, new()
        {
            ["tidemark.operation.kind"] = "dependency",
            ["tidemark.dependency"] = "orders-db",
            ["tidemark.request.bytes"] = 80L,
            ["tidemark.response.bytes"] = 4096L,
        });
    }

    [Fact]
    public void StartOperation_OwnAttributes_WritesSpan()
    {
        var span = Record(session =>
        {
            using var work = session.StartOperation("rank results");
            work.SetAttribute("app.results", 12);
            work.SetAttribute("", "ignored");
            Assert.True(work.IsRecording);
        });

        AssertSpan(span, "rank results", ActivityKind.Internal, new() { ["tidemark.operation.kind"] = "other", ["app.results"] = 12 });
    }

    private Activity Record(Action<TidemarkSession> work)
    {
        using (var session = _tidemark.StartSession(_id))
            work(session);
        return Assert.Single(_spans.Of(_id));
    }

    private void AssertSpan(Activity span, string name, ActivityKind kind, Dictionary<string, object?> attributes)
    {
        attributes["session.id"] = _id;
        Assert.Equal(name, span.DisplayName);
        Assert.Equal(kind, span.Kind);
        Assert.Equal(attributes, span.Attributes());
    }
}
