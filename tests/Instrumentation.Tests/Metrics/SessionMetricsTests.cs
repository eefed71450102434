using Tidemark.Instrumentation.Tests.Testing;
using Tidemark.Testing;

namespace Tidemark.Instrumentation.Tests.Metrics;

public sealed class SessionMetricsTests : IDisposable
{
    private readonly MetricRecorder _metrics = new();
    private readonly string _agent = Guid.NewGuid().ToString();
    private readonly TidemarkClient _tidemark = new();

    public void Dispose() => _metrics.Dispose();

    [Fact]
    public void Session_StartedAndEnded_IsCountedOnce()
    {
        var session = _tidemark.StartSession("s", agent: _agent, workflow: "w");
        Assert.Equal(
            [("tidemark.session.created", "{session}", 1d), ("tidemark.session.active", "{session}", 1d)],
            Recorded().Select(measured => (measured.Name, measured.Instrument.Unit!, measured.Value)));

        session.Dispose();
        session.Dispose();
        Assert.Equal(
            [("tidemark.session.active", "{session}"), ("tidemark.session.ended", "{session}"), ("tidemark.session.duration", "s")],
            Recorded().Skip(2).Select(measured => (measured.Name, measured.Instrument.Unit!)));
        Assert.Equal(0, Active());
        Assert.All(Recorded(), measured => Assert.Equal("w", measured.Tags["gen_ai.workflow.name"]));
    }

    [Fact]
    public void ContinueSession_Over_IsNotCounted()
    {
        _tidemark.ContinueSession("s", agent: _agent).Dispose();

        Assert.Empty(Recorded());
    }

    [Fact]
    public async Task Session_NeverEnded_IsActiveUntilNobodyCanEndIt()
    {
        await Task.Run(Abandon);
        await Eventually.TrueAsync(() =>
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            return Active() == 0;
        });

        Assert.DoesNotContain(Recorded(), measured => measured.Name == "tidemark.session.ended");

        void Abandon()
        {
            _ = _tidemark.StartSession("s", agent: _agent);
            Assert.Equal(1, Active());
        }
    }

    private double Active() => Recorded().Where(measured => measured.Name == "tidemark.session.active").Sum(measured => measured.Value);

    private IReadOnlyList<Measured> Recorded() => _metrics.With("gen_ai.agent.name", _agent);
}
