using System.Text;
using Tidemark.Collector.Model;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class GenAiTests
{
    [Fact]
    public void Recognise_ChatSpan_GivesFullRow()
    {
        var span = new Telemetry("shop").Resource("deployment.environment.name", "prod").Span("chat gpt-5", attributes:
        [
            ("gen_ai.operation.name", "chat"),
            ("gen_ai.provider.name", "openai"),
            ("gen_ai.request.model", "gpt-5"),
            ("gen_ai.response.model", "gpt-5-2025-08-07"),
            ("gen_ai.response.id", "chatcmpl-1"),
            ("gen_ai.response.finish_reasons", new[] { "stop" }),
            ("gen_ai.response.time_to_first_chunk", 0.25),
            ("gen_ai.usage.input_tokens", 812),
            ("gen_ai.usage.output_tokens", 96),
            ("gen_ai.usage.cache_read.input_tokens", 512),
            ("gen_ai.usage.cache_write.input_tokens", 100),
            ("gen_ai.usage.reasoning.output_tokens", 64),
            ("gen_ai.conversation.id", "c-1"),
            ("session.id", "s-1"),
            ("user.id", "u-7"),
            ("gen_ai.agent.name", "planner"),
            ("tidemark.context.max", 400_000),
        ]);

        var operation = Recognisers.Operation(span);

        Assert.Equal(
            new Series("shop", "prod", OperationKind.Inference, "chat", "openai", "gpt-5", "planner", "", "", ""), operation.Series);
        Assert.Equal(new OperationKey(Telemetry.Trace, span.SpanId, Sharding.Of("s-1"), Telemetry.Start), operation.Key);
        Assert.Equal(TimeSpan.FromMilliseconds(1500), operation.Duration);
        Assert.Equal("gpt-5", operation.RequestModel);
        Assert.Equal("gpt-5-2025-08-07", operation.ResponseModel);
        Assert.Equal(new TokenUsage(812, 96, 512, 100, 64), operation.Tokens);
        Assert.Equal(("s-1", "c-1", "u-7"), (operation.SessionId, operation.ConversationId, operation.UserId));
        Assert.Equal(400_000, operation.ContextMax);
        Assert.Equal(250, operation.TimeToFirstTokenMs);
        Assert.Equal("stop", operation.FinishReason);
        Assert.Null(operation.Failure);
        Assert.Equal(
            """{"gen_ai.operation.name":"chat","gen_ai.response.id":"chatcmpl-1","tidemark.price":"openai/gpt-5@2020-01-01"}""",
            Encoding.UTF8.GetString(operation.Attributes.Span));
    }

    [Fact]
    public void Recognise_NamesBefore137_GivesSameFields()
    {
        var operation = Recognisers.Operation(new Telemetry().Span("chat gpt-4o", status: 2, attributes:
        [
            ("gen_ai.system", "az.ai.openai"),
            ("gen_ai.request.model", "gpt-4o"),
            ("gen_ai.usage.prompt_tokens", "120"),
            ("gen_ai.usage.completion_tokens", 8.0),
            ("error.type", "429"),
        ]));

        Assert.Equal("azure.ai.openai", operation.Series.Provider);
        Assert.Equal("chat", operation.Series.Operation);
        Assert.Equal(new TokenUsage(120, 8, null, null, null), operation.Tokens);
        Assert.Equal(new Failure("429", "rate_limit"), operation.Failure);
        Assert.Null(operation.SessionId);
        Assert.Equal(Sharding.Of(Telemetry.Trace), operation.Key.Shard);
    }

    [Theory]
    [InlineData("invoke_agent", nameof(OperationKind.Agent))]
    [InlineData("invoke_workflow", nameof(OperationKind.Workflow))]
    public void Recognise_TotalsOfOthers_AreReadAsUsage(string name, string kind)
    {
        var operation = Recognisers.Operation(new Telemetry().Span(name, kind: 1, attributes:
        [
            ("gen_ai.operation.name", name), ("gen_ai.usage.input_tokens", 900), ("gen_ai.usage.output_tokens", 90),
        ]));

        Assert.Equal(kind, operation.Series.Kind.ToString());
        Assert.Equal((900, 90), (operation.Tokens.Input, operation.Tokens.Output));
        Assert.Contains("\"gen_ai.usage.input_tokens\":900", Encoding.UTF8.GetString(operation.Attributes.Span), StringComparison.Ordinal);
    }

    [Fact]
    public void Recognise_UnknownOperationWithoutModel_IsIgnored() => Recognisers.AssertIgnored(
        new Telemetry().Span("score", kind: 1, attributes: [("gen_ai.operation.name", "score_answer"), ("gen_ai.usage.input_tokens", 5)]));

    [Fact]
    public void Recognise_UnknownOperationWithModelAndTokens_IsModelCall()
    {
        var operation = Recognisers.Operation(new Telemetry().Span("score", kind: 1, attributes:
            [
                ("gen_ai.operation.name", "score_answer"), ("gen_ai.request.model", "gpt-4o"), ("gen_ai.usage.input_tokens", 5),
                ("gen_ai.usage.output_tokens", 1)
            ]));

        Assert.Equal((OperationKind.Inference, "chat", 5), (operation.Series.Kind, operation.Series.Operation, operation.Tokens.Input));
    }

    [Fact]
    public void Recognise_McpToolCall_IsTool()
    {
        var operation = Recognisers.Operation(new Telemetry().Span("tools/call search", attributes:
            [("mcp.method.name", "tools/call"), ("gen_ai.tool.name", "search"), ("mcp.session.id", "m-1"), ("error.type", "tool_error")]));

        Assert.Equal(
            (OperationKind.Tool, "search", null, "tool_error"), (operation.Series.Kind, operation.Series.Tool, operation.SessionId, operation.Failure?.Type));
    }

    [Fact]
    public void Recognise_McpToolCallBelowAnotherSpan_WaitsForIt()
    {
        var span = new Telemetry().Span(
            "tools/call search", attributes: [("mcp.method.name", "tools/call"), ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "search")]);
        span.ParentSpanId = new SpanId(7);

        Assert.Equal((OperationKind.Tool, "search"), (Recognisers.Waiting(span).Series.Kind, Recognisers.Waiting(span).Series.Tool));
    }

    /// <summary>If the framework's own span has MCP's attributes, nothing needs to be awaited.</summary>
    [Fact]
    public void Recognise_ExecuteToolWithMcpAttributes_IsTool()
    {
        var span = new Telemetry().Span(
            "execute_tool search", kind: 1,
            attributes: [("mcp.method.name", "tools/call"), ("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "search")]);
        span.ParentSpanId = new SpanId(7);

        Assert.Equal("search", Recognisers.Operation(span).Series.Tool);
    }

    [Fact]
    public void Recognise_DetailsEventWithoutSpan_IsCallOfItsOwn()
    {
        var operation = Recognisers.Operation(new Telemetry().Log("gen_ai.client.inference.operation.details", "",
            ("gen_ai.operation.name", "embeddings"), ("gen_ai.request.model", "text-embedding-3-small"), ("gen_ai.provider.name", "openai"),
            ("gen_ai.usage.input_tokens", 7)));

        Assert.Equal((OperationKind.Embedding, 7, OperationSource.Event), (operation.Series.Kind, operation.Tokens.Input, operation.Source));
    }

    [Fact]
    public void Recognise_DetailsEventOfSpan_WaitsForIt()
    {
        var log = new Telemetry().Log("gen_ai.client.inference.operation.details", "",
            ("gen_ai.operation.name", "chat"), ("gen_ai.request.model", "gpt-5"), ("gen_ai.usage.input_tokens", 1000), ("gen_ai.response.id", "r-1"));
        log.TraceId = Telemetry.Trace;
        log.SpanId = new SpanId(7);

        var operation = Recognisers.Waiting(log);

        Assert.Equal((Telemetry.Trace, new SpanId(7), 1000), (operation.Key.TraceId, operation.Key.SpanId, operation.Tokens.Input));
        Assert.True(operation.ParentSpanId.IsEmpty);
    }

    [Theory]
    [InlineData("gen_ai.client.operation.time_to_first_chunk")]
    [InlineData("gen_ai.response.time_to_first_chunk")]
    public void Recognise_SecondsToFirstChunk_AreMilliseconds(string key) =>
        Assert.Equal(
            250, Recognisers.Operation(new Telemetry().Span("chat m", attributes: [("gen_ai.operation.name", "chat"), (key, 0.25)])).TimeToFirstTokenMs);

    [Fact]
    public void Recognise_ExceptionThatTellsNothing_TakesClassOfStatus()
    {
        var span = new Telemetry().Span("chat m", status: 2, attributes: [("gen_ai.operation.name", "chat"), ("http.response.status_code", 429)]);
        var exception = span.Events.TryAdd()!;
        exception.Name = Attributes.Utf8("exception");
        exception.Attributes.Add("exception.type", "AI_APICallError");

        Assert.Equal(new Failure("AI_APICallError", "rate_limit"), Recognisers.Operation(span).Failure);
    }

    [Theory]
    [InlineData("gen_ai.user.message")]
    [InlineData("gen_ai.choice")]
    [InlineData("gen_ai.evaluation.result")]
    [InlineData("gen_ai.client.operation.exception")]
    public void Recognise_OtherEvents_AreIgnored(string name) => Recognisers.AssertIgnored(new Telemetry().Log(name, "hello", ("gen_ai.system", "openai")));
}
