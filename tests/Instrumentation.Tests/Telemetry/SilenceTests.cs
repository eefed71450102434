using Tidemark.Instrumentation.Telemetry;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Telemetry;

[Collection(nameof(Alone))]
public sealed class SilenceTests
{
    private const int Rounds = 1000;
    private readonly TidemarkClient _tidemark = new();

    [Fact]
    public void Everything_NobodyListens_AllocatesNothing()
    {
        Assert.False(TidemarkSource.Activities.HasListeners(), "Another test still listens.");
        Use();
        Use();

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Rounds; i++)
            Use();

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    [Fact]
    public void Session_NobodyListens_KnowsItsId()
    {
        using var session = _tidemark.StartSession("s-42");

        Assert.Equal("s-42", session.Id);
        Assert.False(session.StartInference("m").IsRecording);
        Assert.False(session.StartInference("m").CapturesContent);
    }

    [Fact]
    public void Session_ListenerComesLate_ItsOperationsAreItsOwn()
    {
        using var session = _tidemark.StartSession("s-late", user: "u-7");
        using var spans = new SpanRecorder();
        session.StartTool("search").Dispose();

        Assert.Equal("u-7", Assert.Single(spans.Of("s-late")).Text("user.id"));
    }

    [Fact]
    public void Session_CounterComesLate_StaysBalanced()
    {
        var session = _tidemark.StartSession("s-late", agent: "late");
        using var metrics = new MetricRecorder();
        session.Dispose();

        Assert.Empty(metrics.With("gen_ai.agent.name", "late"));
    }

    private void Use()
    {
        using var session = _tidemark.StartSession("s-42", user: "u-7", agent: "planner", previous: "s-41");
        using var conversation = session.StartConversation("c-1");
        using (session.StartWorkflow("w"))
        using (session.StartAgent("planner"))
        using (var call = session.StartInference("m", "openai", "c-1"))
        {
            call.ChunkReceived();
            call.SetUsage(new TokenUsage(Input: 1, Output: 2));
            call.SetResponse("m", "r", "stop");
            call.SetContextWindow(1000);
            call.SetCompaction(10, 1);
            call.SetError("429");
        }

        session.StartEmbedding("m").Dispose();
        session.StartTool("search").Dispose();
        session.StartDependency("db", "SELECT").Dispose();
        session.StartOperation("other").Dispose();
        session.RecordCache("redis", true, TimeSpan.FromMilliseconds(1));
        _tidemark.ContinueSession("s-42").Dispose();
        _tidemark.EndSession("s-42");
    }
}
