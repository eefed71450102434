using System.Diagnostics.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tidemark.Collector.Publish;
using Tidemark.Collector.Publish.Grafana;
using Tidemark.Collector.Store.Maintenance;
using Tidemark.Testing;
using Tidemark.Testing.Live;

namespace Tidemark.Collector.IntegrationTests.Publish.Grafana;

public sealed class PushOutletTests : IDisposable
{
    private readonly FakeTime _time = new();
    private readonly KeptMessages _log = new();
    private readonly ServiceProvider _services = new ServiceCollection().AddMetrics().BuildServiceProvider();

    [Fact]
    public async Task Outage_GoesOn_PausesDoubleFromOneSecondToThirtyAndAreReportedOnce()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(new Dictionary<string, string>());
        grafana.Mood = StandInMood.Failing;
        using var client = new PushClient(Options(grafana), new GrafanaCredentials(Options(grafana)), _time);
        using var outlet = Outlet(client, grafana);
        var pauses = new List<double>();
        for (var attempt = 0; attempt < 8; attempt++)
        {
            Assert.False((await outlet.TryPushAsync("now a=1", CancellationToken.None)).IsTaken);
            pauses.Add(outlet.Rest.TotalSeconds);
            // Too early: not queried.
            Assert.Equal(PushResult.Resting, await outlet.TryPushAsync("now a=1", CancellationToken.None));
            _time.Advance(outlet.Rest);
        }

        Assert.Equal([1, 2, 4, 8, 16, 30, 30, 30], pauses);
        Assert.Equal(8, grafana.Requests.Count);
        grafana.Mood = StandInMood.Fine;
        Assert.True((await outlet.TryPushAsync("now a=1", CancellationToken.None)).IsTaken);

        Assert.Equal((TimeSpan.Zero, 0), (outlet.Rest, outlet.Failures));
        Assert.Equal([LogLevel.Warning, LogLevel.Information], _log.Messages.Select(message => message.Level));
        Assert.Contains("after 8 failures in 121 s", _log.Messages[1].Text, StringComparison.Ordinal);
    }

    /// <summary>An authentication failure after a timeout was not logged; reasons that change must not flood the log.</summary>
    [Fact]
    public async Task Outage_ForManyReasons_TellsEachOnceAndAtMostEight()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(new Dictionary<string, string>());
        grafana.Mood = StandInMood.Failing;
        using var client = new PushClient(Options(grafana), new GrafanaCredentials(Options(grafana)), _time);
        using var outlet = Outlet(client, grafana);
        foreach (var status in Enumerable.Range(500, 12).SelectMany(status => new[] { status, 500 }))
        {
            grafana.FailureStatus = status;
            Assert.False((await outlet.TryPushAsync("now a=1", CancellationToken.None)).IsTaken);
            _time.Advance(outlet.Rest);
        }

        Assert.Equal(8, _log.Messages.Count);
        Assert.Equal(8, _log.Messages.Select(message => message.Text).Distinct().Count());
    }

    // The timer that ends work under the lease may be late in a paused process: nothing relies on it.
    [Fact]
    public async Task Push_AfterItsLeaseRanOut_IsNotBegun()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(new Dictionary<string, string>());
        using var client = new PushClient(Options(grafana), new GrafanaCredentials(Options(grafana)), _time);
        using var outlet = Outlet(client, grafana);
        using var term = new LeaseTerm(_time, _time.GetTimestamp(), TimeSpan.FromSeconds(10));
        outlet.Term = term;

        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.True((await outlet.TryPushAsync("now a=1", CancellationToken.None)).IsTaken);
        var asked = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(0.5));
        term.Extend(asked, TimeSpan.FromSeconds(10));
        _time.Advance(TimeSpan.FromSeconds(9));
        Assert.True((await outlet.TryPushAsync("now a=1", CancellationToken.None)).IsTaken);
        _time.Advance(TimeSpan.FromSeconds(0.5));

        await Assert.ThrowsAsync<OperationCanceledException>(() => outlet.TryPushAsync("now a=1", CancellationToken.None));
        Assert.Equal(2, grafana.Requests.Count);
    }

    // The response to a renewal arrived after the renewed lease had expired too.
    [Fact]
    public void Extend_ByWhatIsOverAlready_EndsIt()
    {
        using var term = new LeaseTerm(_time, _time.GetTimestamp(), TimeSpan.FromSeconds(100));
        var asked = _time.GetTimestamp();
        _time.Advance(TimeSpan.FromSeconds(60));

        term.Extend(asked, TimeSpan.FromSeconds(10));

        Assert.Throws<OperationCanceledException>(term.ThrowIfOver);
    }

    public void Dispose() => _services.Dispose();

    private static GrafanaOptions Options(GrafanaStandIn grafana) => new() { Url = grafana.Url.ToString() };

    private PushOutlet Outlet(PushClient client, GrafanaStandIn grafana) =>
        new(client, Options(grafana), new PublishMetrics(_services.GetRequiredService<IMeterFactory>(), _time), _time, _log);
}
