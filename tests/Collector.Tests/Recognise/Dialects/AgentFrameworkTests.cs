using Tidemark.Collector.Decode;
using Tidemark.Collector.Model.Operations;
using Tidemark.Collector.Model.Rollups;
using Tidemark.Collector.Model.Sessions;
using Tidemark.Collector.Recognise;
using Tidemark.Collector.Tests.Recognise.Testing;

namespace Tidemark.Collector.Tests.Recognise.Dialects;

public class AgentFrameworkTests
{
    [Fact]
    public void Recognise_InvokeAgent_ReportsItsUsage()
    {
        var operation = Recognisers.Operation(new Telemetry("desk", "Experimental.Microsoft.Agents.AI").Span("invoke_agent Planner(a1)", attributes:
        [
            ("gen_ai.operation.name", "invoke_agent"), ("gen_ai.agent.id", "a1"), ("gen_ai.agent.name", "Planner"),
            ("gen_ai.provider.name", "openai"), ("gen_ai.request.model", "gpt-4o"),
            ("gen_ai.usage.input_tokens", 5000), ("gen_ai.usage.output_tokens", 400),
        ]));

        Assert.Equal(new Series("desk", "", OperationKind.Agent, "invoke_agent", "openai", "gpt-4o", "Planner", "", "", ""), operation.Series);
        Assert.Equal(5400, operation.Tokens.Total);
        Assert.Equal(5000, operation.Attributes().GetProperty("gen_ai.usage.input_tokens").GetInt32());
    }

    [Theory]
    [InlineData("workflow_invoke")]
    [InlineData("workflow.run")]
    public void Recognise_WorkflowRun_IsWorkflow(string name)
    {
        var operation = Recognisers.Operation(new Telemetry("desk", "Microsoft.Agents.AI.Workflows").Span(name, kind: 1, attributes:
            [("workflow.id", "w1"), ("workflow.name", "Triage"), ("session.id", "s-9"), ("error.type", "System.TimeoutException")]));

        Assert.Equal((OperationKind.Workflow, "invoke_workflow", "Triage"), (operation.Series.Kind, operation.Series.Operation, operation.Series.Workflow));
        Assert.Equal("s-9", operation.SessionId);
        Assert.Equal("timeout", operation.Failure?.Class);
    }

    [Theory]
    [InlineData("executor.process")]
    [InlineData("edge_group.process")]
    [InlineData("message.send")]
    [InlineData("workflow.build")]
    public void Recognise_WorkflowPlumbing_IsIgnored(string name) =>
        Recognisers.AssertIgnored(new Telemetry("desk", "Microsoft.Agents.AI.Workflows").Span(name, kind: 1, attributes: [("executor.id", "e1")]));

    [Fact]
    public void Recognise_Compaction_TellsSizes()
    {
        var operation = Recognisers.Operation(new Telemetry("desk", "Experimental.Microsoft.Agents.AI").Span("compaction.compact", kind: 1, attributes:
            [("compaction.before.tokens", 90_000), ("compaction.after.tokens", 12_000), ("gen_ai.conversation.id", "c-1")]));

        Assert.Equal(new Compaction(90_000, 12_000), operation.Compaction);
        Assert.Equal((OperationKind.Other, "compaction"), (operation.Series.Kind, operation.Series.Operation));
    }

    [Fact]
    public void Recognise_WorkflowSession_EndsSession()
    {
        var span = new Telemetry("desk", "Microsoft.Agents.AI.Workflows").Span("workflow.session", kind: 1, attributes: [("session.id", "s-9")]);
        AddEvent(span, "session.started", 0);
        AddEvent(span, "session.completed", 5);

        var recognition = Recognisers.New().Recognise(span);

        Assert.Equal(RecognitionOutcome.SessionNotice, recognition.Outcome);
        Assert.Equal(
            (SessionNoticeKind.End, "s-9", Telemetry.Start.AddSeconds(5)), (recognition.Notice!.Kind, recognition.Notice.SessionId, recognition.Notice.At));
    }

    private static void AddEvent(SpanRecord span, string name, int second)
    {
        var reported = span.Events.TryAdd()!;
        reported.Name = Attributes.Utf8(name);
        reported.TimeNanos = Telemetry.Nanos(Telemetry.Start.AddSeconds(second));
    }
}
