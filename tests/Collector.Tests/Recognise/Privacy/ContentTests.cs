using Tidemark.Collector.Recognise;
using Tidemark.Collector.Recognise.Dialects;
using Tidemark.Collector.Recognise.Privacy;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Privacy;

public class ContentTests
{
    private const string Marker = "MARKER-7c2f";

    /// <summary>The keys of dialects, and the names that their SDKs send, listed again, so that a lost key is detected.</summary>
    public static TheoryData<string> Keys => [.. DialectCatalogue.All
        .SelectMany(dialect => dialect.Content.Concat(dialect.Personal))
        .Select(key => key.Replace("*", ".0.content", StringComparison.Ordinal))
        .Concat(
        [
            "gen_ai.input.messages", "gen_ai.output.messages", "gen_ai.system_instructions", "gen_ai.tool.call.arguments", "gen_ai.tool.call.result",
            "gen_ai.tool.definitions", "gen_ai.prompt", "gen_ai.prompt.0.content", "gen_ai.completion.0.content", "gen_ai.completion.0.tool_calls.0.arguments",
            "gen_ai.event.content", "gen_ai.content.prompt", "llm.prompts", "llm.prompts.0.content", "llm.completions.0.content",
            "llm.input_messages.0.message.content", "llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments", "llm.input_messages",
            "input.value", "output.value", "ai.prompt", "ai.prompt.messages", "ai.prompt.tools", "ai.response.text", "ai.response.object",
            "ai.response.toolCalls", "ai.toolCall.args", "ai.toolCall.result", "ai.toolCall.input", "ai.toolCall.output", "ai.value", "ai.values",
            "traceloop.entity.input", "traceloop.entity.output", "prompt", "response", "tool_parameters", "tool_input", "body", "arguments", "output",
            "function_args", "request_text", "response_text", "exception.message", "exception.stacktrace", "db.query.text", "db.statement", "url.full",
            "retrieval.documents.0.document.content", "embedding.embeddings.0.embedding.text", "user.email", "user.name", "user.full_name",
        ])
        .Distinct()];

    [Theory]
    [MemberData(nameof(Keys))]
    public void Recognise_ContentByDefault_IsNowhereAndCounted(string key)
    {
        var recogniser = Recognisers.New();

        var operation = recogniser.Recognise(new Telemetry().Span("chat m", attributes: [("gen_ai.operation.name", "chat"), (key, Marker)])).Operation!;

        Assert.DoesNotContain(Marker, Everything(operation), StringComparison.Ordinal);
        Assert.Equal(1, recogniser.Counts.ContentDropped);
        Assert.True(operation.Content.IsEmpty);
    }

    [Fact]
    public void Recognise_ContentInEventsOfSpansAndLogs_IsNowhere()
    {
        var recogniser = Recognisers.New();
        var span = new Telemetry().Span("chat m", status: 2, attributes: [("gen_ai.operation.name", "chat")]);
        var exception = span.Events.TryAdd()!;
        exception.Name = Attributes.Utf8("exception");
        exception.Attributes.Add("exception.type", "TimeoutError");
        exception.Attributes.Add("exception.message", Marker);
        exception.Attributes.Add("exception.stacktrace", Marker);

        var failed = recogniser.Recognise(span).Operation!;
        var reported = recogniser.Recognise(new Telemetry("gemini-cli").Log(
            "gemini_cli.api_response", Marker, ("event.name", "gemini_cli.api_response"), ("model", "m"))).Operation!;

        Assert.Equal("timeout", failed.Failure?.Class);
        Assert.DoesNotContain(Marker, Everything(failed) + Everything(reported), StringComparison.Ordinal);
        Assert.Equal(2, recogniser.Counts.ContentDropped);
    }

    [Fact]
    public void Recognise_CountedEventsContent_IsDroppedAndCounted()
    {
        var recogniser = Recognisers.New();

        var point = recogniser.Recognise(new Telemetry("claude-code").Log(
            "", "claude_code.user_prompt", ("event.name", "user_prompt"), ("prompt", Marker))).Point!;

        Assert.DoesNotContain(Marker, Recognisers.Text(point.Attributes), StringComparison.Ordinal);
        Assert.Equal((0, 1), (recogniser.Counts.Ignored, recogniser.Counts.ContentDropped));
    }

    [Fact]
    public void Recognise_IgnoredEventsContent_IsCounted()
    {
        var recogniser = Recognisers.New();

        recogniser.Recognise(new Telemetry("claude-code").Log(
            "", "claude_code.assistant_response", ("event.name", "assistant_response"), ("response", Marker)));

        Assert.Equal((1, 1), (recogniser.Counts.Ignored, recogniser.Counts.ContentDropped));
    }

    [Fact]
    public void Recognise_ProseWhereAnErrorTypeIsExpected_IsNoErrorType()
    {
        var operation = Recognisers.Operation(new Telemetry("claude-code").Log(
            "", "claude_code.api_error", ("event.name", "api_error"), ("error", "it said " + Marker)));

        Assert.DoesNotContain(Marker, Everything(operation), StringComparison.Ordinal);
        Assert.Equal("_OTHER", operation.Failure?.Type);
    }

    [Fact]
    public void Recognise_ContentModeStore_KeepsContentApart()
    {
        var recogniser = Recognisers.New(privacy: new PrivacyOptions { Content = ContentMode.Store });
        var span = new Telemetry().Span("chat m", attributes:
            [
                ("gen_ai.operation.name", "chat"), ("gen_ai.input.messages", new[] { "hello" }), ("gen_ai.prompt.0.content", "hi"),
                ("user.email", "a@example.com")
            ]);
        var reported = span.Events.TryAdd()!;
        reported.Attributes.Add("gen_ai.event.content", "again");

        var operation = recogniser.Recognise(span).Operation!;

        Assert.Equal(
            """{"gen_ai.input.messages":["hello"],"gen_ai.prompt.0.content":"hi","event.0":{"gen_ai.event.content":"again"}}""",
            Recognisers.Text(operation.Content));
        Assert.Equal("""{"gen_ai.operation.name":"chat"}""", Recognisers.Text(operation.Attributes));
        Assert.Equal(1, recogniser.Counts.ContentDropped);
    }

    [Theory]
    [InlineData("gen_ai.prompt.name")]
    [InlineData("gen_ai.prompt.version")]
    [InlineData("prompt.id")]
    [InlineData("prompt_id")]
    public void Recognise_NamesOfPrompts_AreNoContent(string key)
    {
        var operation = Recognisers.Operation(new Telemetry().Span("chat m", attributes: [("gen_ai.operation.name", "chat"), (key, "greeting")]));

        Assert.Equal("greeting", operation.Attributes().GetProperty(key).GetString());
    }

    private static string Everything(Tidemark.Collector.Model.Operations.Operation operation) =>
        operation + Recognisers.Text(operation.Attributes) + Recognisers.Text(operation.Content);
}
