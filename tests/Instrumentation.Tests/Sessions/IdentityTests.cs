using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Sessions;

/// <summary>The agent of an operation that several could claim.</summary>
public sealed class IdentityTests : IDisposable
{
    private readonly SpanRecorder _spans = new();
    private readonly TidemarkClient _tidemark = new();
    private readonly string _a = $"a-{Guid.NewGuid()}";
    private readonly string _b = $"b-{Guid.NewGuid()}";

    public void Dispose() => _spans.Dispose();

    [Fact]
    public void Start_OnASessionWithinAnother_IsOfTheOneNamed()
    {
        var a = _tidemark.StartSession(_a, user: "user-a", agent: "agent-a");
        using (_tidemark.StartSession(_b, user: "user-b"))
            a.StartTool("search").Dispose();
        a.Dispose();

        var tool = Assert.Single(_spans.Of(_a));
        Assert.Equal(("user-a", "agent-a"), (tool.Text("user.id"), tool.Text("gen_ai.agent.name")));
    }

    [Fact]
    public void Current_BelowAnExplicitSessionsSpan_IsThatSession()
    {
        var a = _tidemark.StartSession(_a);
        using (_tidemark.StartSession(_b))
        using (a.StartAgent("planner"))
            _tidemark.Current.StartTool("search").Dispose();
        a.Dispose();

        Assert.Equal("planner", _spans.Of(_a).Single(span => span.DisplayName == "execute_tool search").Text("gen_ai.agent.name"));
    }

    [Fact]
    public void Current_SessionStartedWithinASpan_OutlivesThatSpan()
    {
        using var request = _tidemark.ContinueSession(_a);
        using var around = request.StartWorkflow("w");
        var step = request.StartAgent("planner");
        using var inner = _tidemark.StartSession(_b);
        step.Dispose();

        Assert.Equal(_b, _tidemark.Current.Id);
    }

    [Fact]
    public void Start_InARun_IsOfTheRunsAgentAndWorkflow()
    {
        using (var session = _tidemark.StartSession(_a, agent: "planner", workflow: "default"))
        using (session.StartWorkflow("research"))
        using (session.StartAgent("reader"))
            session.StartInference("m").Dispose();

        var call = _spans.Of(_a)[0];
        Assert.Equal(("reader", "research"), (call.Text("gen_ai.agent.name"), call.Text("gen_ai.workflow.name")));
    }

    [Fact]
    public void StartConversation_Left_SessionGoesOn()
    {
        var log = new LogRecorder();
        using var session = new TidemarkClient(log).StartSession(_a);
        using (var conversation = session.StartConversation("c-1"))
        {
            Assert.Equal("c-1", conversation.ConversationId);
            conversation.StartInference("m").Dispose();
            conversation.StartInference("m", conversation: "c-2").Dispose();
        }

        session.StartInference("m").Dispose();
        Assert.Equal(["c-1", "c-2", null], _spans.Of(_a).Select(span => span.Text("gen_ai.conversation.id")));
        Assert.Equal(["session.start"], log.All.Select(logged => logged.Event));
    }

    [Fact]
    public void Current_OutsideAnySession_RecordsWithoutOne()
    {
        var model = Guid.NewGuid().ToString();
        _tidemark.Current.StartInference(model).Dispose();
        default(TidemarkSession).StartInference(model).Dispose();

        Assert.All(_spans.With("gen_ai.request.model", model), span => Assert.Null(span.GetTagItem("session.id")));
        Assert.Equal(2, _spans.With("gen_ai.request.model", model).Count);
    }
}
