using Tidemark.Instrumentation.Tests.Testing;

namespace Tidemark.Instrumentation.Tests.Metrics;

public sealed class RunMetricsTests : IDisposable
{
    private readonly MetricRecorder _metrics = new();
    private readonly string _name = Guid.NewGuid().ToString();
    private readonly TidemarkClient _tidemark = new();

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void Tool_Failed_IsTimed()
    {
        using (var session = _tidemark.StartSession("s", agent: "planner"))
        using (var tool = session.StartTool(_name))
            tool.SetError("timeout");

        var measured = Assert.Single(_metrics.With("gen_ai.tool.name", _name));
        Assert.Equal(("gen_ai.execute_tool.duration", "s"), (measured.Name, measured.Instrument.Unit));
        Assert.Equal(
            new Dictionary<string, object?> { ["gen_ai.tool.name"] = _name, ["gen_ai.agent.name"] = "planner", ["error.type"] = "timeout" },
            measured.Tags);
    }

    [Fact]
    public void Agent_Run_IsTimed()
    {
        _tidemark.Current.StartAgent(_name).Dispose();

        var measured = Assert.Single(_metrics.With("gen_ai.agent.name", _name), measured => measured.Name == "gen_ai.invoke_agent.duration");
        Assert.Equal("s", measured.Instrument.Unit);
    }

    [Fact]
    public void Workflow_Run_IsTimed()
    {
        _tidemark.Current.StartWorkflow(_name).Dispose();

        var measured = Assert.Single(_metrics.With("gen_ai.workflow.name", _name));
        Assert.Equal(("gen_ai.invoke_workflow.duration", "s"), (measured.Name, measured.Instrument.Unit));
    }

    [Fact]
    public void Cache_Operation_IsCounted()
    {
        _tidemark.Current.RecordCache("redis", hit: true, TimeSpan.FromMilliseconds(1), store: _name);

        var measured = Assert.Single(_metrics.With("tidemark.cache.store", _name));
        Assert.Equal(("tidemark.cache.operations", "{operation}", 1d), (measured.Name, measured.Instrument.Unit!, measured.Value));
        Assert.Equal(
            new Dictionary<string, object?> { ["tidemark.cache.store"] = _name, ["tidemark.cache.backend"] = "redis", ["tidemark.cache.hit"] = true },
            measured.Tags);
    }
}
