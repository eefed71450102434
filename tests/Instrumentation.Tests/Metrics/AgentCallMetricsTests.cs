using System.Diagnostics.Metrics;
using Tidemark.Instrumentation.Sessions;
using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Metrics;

public sealed class AgentCallMetricsTests : IDisposable
{
    private static readonly long[] Bounds = [1, 2, 4, 8, 16, 32, 64, 128];
    private readonly MetricRecorder _metrics = new();
    private readonly string _name = Guid.NewGuid().ToString();
    private readonly TidemarkClient _tidemark = new();

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public async Task Agent_CallsMade_AreCountedFailedOnesToo()
    {
        using (var session = _tidemark.StartSession("s"))
        using (session.StartAgent(_name))
        {
            using (var call = session.StartInference("m"))
                call.SetError("429");
            await Task.WhenAll(CallAsync(), Task.Run(CallAsync));
            session.StartEmbedding("m").Dispose();
        }

        var inferences = One("gen_ai.invoke_agent.inference_calls");
        var tools = One("gen_ai.invoke_agent.tool_calls");
        Assert.Equal((3d, "{inference_call}"), (inferences.Value, inferences.Instrument.Unit!));
        Assert.Equal((2d, "{tool_call}"), (tools.Value, tools.Instrument.Unit!));
        Assert.All([inferences, tools], measured =>
        {
            Assert.Equal(new Dictionary<string, object?> { ["gen_ai.agent.name"] = _name }, measured.Tags);
            Assert.Equal(Bounds, Assert.IsType<Histogram<long>>(measured.Instrument).Advice!.HistogramBucketBoundaries);
        });

        async Task CallAsync()
        {
            await Task.Yield();
            _tidemark.Current.StartInference("m").Dispose();
            _tidemark.Current.StartTool("search").Dispose();
        }
    }

    [Fact]
    public void Agent_NoCalls_CountsAsOneOfNone()
    {
        _tidemark.Current.StartAgent(_name).Dispose();

        Assert.Equal((0d, 0d), (One("gen_ai.invoke_agent.inference_calls").Value, One("gen_ai.invoke_agent.tool_calls").Value));
    }

    [Fact]
    public void Agent_CallsAnotherAgent_EachCountsItsOwn()
    {
        var inner = $"{_name}-inner";
        using (var session = _tidemark.StartSession("s"))
        using (session.StartAgent(_name))
        {
            using (session.StartAgent(inner))
                session.StartInference("m").Dispose();
            session.StartTool("search").Dispose();
        }

        Assert.Equal((0d, 1d), (One("gen_ai.invoke_agent.inference_calls").Value, One("gen_ai.invoke_agent.tool_calls").Value));
        Assert.Equal((1d, 0d), (One("gen_ai.invoke_agent.inference_calls", inner).Value, One("gen_ai.invoke_agent.tool_calls", inner).Value));
    }

    [Fact]
    public void Agent_CallOfAnotherSession_IsNotItsOwn()
    {
        var other = _tidemark.StartSession("other");
        using (var session = _tidemark.StartSession("s"))
        using (session.StartAgent(_name))
            other.StartInference("m").Dispose();
        other.Dispose();

        Assert.Equal(0, One("gen_ai.invoke_agent.inference_calls").Value);
    }

    [Fact]
    public void Agent_DisposedTwice_CountsOnce()
    {
        var agent = _tidemark.Current.StartAgent(_name);
        agent.Dispose();
        agent.Dispose();
        _tidemark.Current.StartTool("search").Dispose();

        Assert.Equal(0, One("gen_ai.invoke_agent.tool_calls").Value);
    }

    [Fact]
    public void Agent_NestedBeyondTheBound_OutermostIsLetGo()
    {
        var agents = new List<AgentOperation> { _tidemark.Current.StartAgent(_name) };
        for (var i = 0; i < SessionScope.MaxDepth + 1; i++)
            agents.Add(_tidemark.Current.StartAgent($"{_name}-{i}"));
        for (var i = agents.Count - 1; i > 0; i--)
            agents[i].Dispose();
        _tidemark.Current.StartTool("search").Dispose();
        agents[0].Dispose();

        Assert.Equal(0, One("gen_ai.invoke_agent.tool_calls").Value);
    }

    private Measured One(string name, string? agent = null) =>
        _metrics.With("gen_ai.agent.name", agent ?? _name).Single(measured => measured.Name == name);
}
