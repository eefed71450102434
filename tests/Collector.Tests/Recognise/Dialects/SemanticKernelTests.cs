using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class SemanticKernelTests
{
    private static readonly Telemetry App = new("kernel", "Microsoft.SemanticKernel.Diagnostics");

    [Fact]
    public void Recognise_ChatSpan_GivesFullRow()
    {
        var operation = Recognisers.Operation(App.Span("chat gpt-4o", attributes:
        [
            ("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o"),
            ("server.address", "https://api.openai.com/v1/"), ("gen_ai.response.id", "r1"), ("gen_ai.response.finish_reason", "ToolCalls"),
            ("gen_ai.usage.input_tokens", 100), ("gen_ai.usage.output_tokens", 10),
        ]));

        Assert.Equal(new Series("kernel", "", OperationKind.Inference, "chat", "openai", "gpt-4o", "", "", "", ""), operation.Series);
        Assert.Equal(new TokenUsage(100, 10, null, null, null), operation.Tokens);
        Assert.Equal("tool_call", operation.FinishReason);
        Assert.Equal(0.00035m, operation.Cost!.Value.Usd);
        Assert.Null(operation.ConversationId);
        Assert.Null(operation.SessionId);
    }

    [Fact]
    public void Recognise_MessagesAsSpanEvents_AreDroppedAndCounted()
    {
        var span = App.Span("chat gpt-4o", attributes: [("gen_ai.operation.name", "chat"), ("gen_ai.system", "openai"), ("gen_ai.request.model", "gpt-4o")]);
        var reported = span.Events.TryAdd()!;
        reported.Name = Attributes.Utf8("gen_ai.user.message");
        reported.Attributes.Add("gen_ai.event.content", "{\"role\":\"user\",\"content\":\"secret\"}");
        var recogniser = Recognisers.New();

        var operation = recogniser.Recognise(span).Operation!;

        Assert.DoesNotContain("secret", Recognisers.Text(operation.Attributes), StringComparison.Ordinal);
        Assert.Equal(1, recogniser.Counts.ContentDropped);
    }

    [Fact]
    public void Recognise_Function_IsTool()
    {
        var operation = Recognisers.Operation(new Telemetry("kernel", "Microsoft.SemanticKernel").Span("execute_tool Weather-Get", kind: 1, attributes:
            [("gen_ai.operation.name", "execute_tool"), ("gen_ai.tool.name", "Weather-Get"), ("gen_ai.tool.description", "Gets it")]));

        Assert.Equal((OperationKind.Tool, "Weather-Get"), (operation.Series.Kind, operation.Series.Tool));
    }
}
