using System.Diagnostics;
using OpenTelemetry;
using OpenTelemetry.Trace;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Processing;

public sealed class SessionSpanProcessorTests : IDisposable
{
    private readonly AppTelemetry _app = new AppTelemetry().ExportTraces();
    private readonly string _id = Guid.NewGuid().ToString();

    public SessionSpanProcessorTests()
    {
        _app.WithTidemark();
        _app.Start();
    }

    public void Dispose() => _app.Dispose();

    [Fact]
    public void Span_StartedInASession_IsAttributed()
    {
        using (_app.Source.StartActivity("before"))
        using (_app.Tidemark.StartSession(_id, user: "u-7", agent: "planner", workflow: "checkout"))
        using (_app.Tidemark.Current.StartConversation("c-1"))
        using (_app.Source.StartActivity("within"))
        {
        }

        Assert.Equal(
            new Dictionary<string, object?>
            {
                ["session.id"] = _id,
                ["gen_ai.conversation.id"] = "c-1",
                ["user.id"] = "u-7",
                ["gen_ai.agent.name"] = "planner",
                ["gen_ai.workflow.name"] = "checkout",
            },
            One("within").Attributes());
        Assert.Empty(One("before").Attributes());
    }

    [Fact]
    public void Span_BelowAnOperationOfAnExplicitSession_IsOfThatSession()
    {
        var a = _app.Tidemark.StartSession(_id);
        using (_app.Tidemark.StartSession("another"))
        using (a.StartInference("m", conversation: "c-1"))
        using (_app.Source.StartActivity("http"))
        {
        }

        Assert.Equal((_id, "c-1"), (One("http").Text("session.id"), One("http").Text("gen_ai.conversation.id")));
        a.Dispose();
    }

    [Fact]
    public void Span_OfASessionOfItsOwn_IsLeftAlone()
    {
        using (_app.Tidemark.StartSession(_id, user: "u-7"))
        using (_app.Source.StartActivity("reported", ActivityKind.Internal, default(ActivityContext), [new("session.id", "its-own")]))
        {
        }

        Assert.Equal(new Dictionary<string, object?> { ["session.id"] = "its-own" }, One("reported").Attributes());
    }

    [Fact]
    public void Span_SaysSomeItself_GetsTheRest()
    {
        using (_app.Tidemark.StartSession(_id, agent: "planner"))
        using (_app.Source.StartActivity("agent", ActivityKind.Internal, default(ActivityContext), [new("gen_ai.agent.name", "reader")]))
        {
        }

        Assert.Equal(new Dictionary<string, object?> { ["gen_ai.agent.name"] = "reader", ["session.id"] = _id }, One("agent").Attributes());
    }

    [Fact]
    public void Operation_InASession_IsStampedOnce()
    {
        using (_app.Tidemark.StartSession(_id))
            _app.Tidemark.Current.StartTool("search").Dispose();

        Assert.Equal(
            ["session.id", "gen_ai.operation.name", "gen_ai.tool.name"],
            _app.Exported.All.Single(span => span.Text("session.id") == _id).TagObjects.Select(tag => tag.Key));
    }

    [Fact]
    public void Span_ByDefault_CarriesNoBaggage()
    {
        using var session = _app.Tidemark.StartSession(_id);
        using var span = _app.Source.StartActivity("http");

        Assert.Empty(span!.Baggage);
        Assert.Empty(Baggage.Current.GetBaggage());
    }

    private Activity One(string name) => _app.Exported.All.Single(span => span.OperationName == name);
}
