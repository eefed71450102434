using System.Net;
using Tidemark.Collector.IntegrationTests.Publish;
using Tidemark.Collector.IntegrationTests.Publish.Grafana;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Live;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>A collector that is paused for a minute. A class of its own, so that it runs in parallel to other tests.</summary>
public sealed class LongPauseTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    [Fact]
    public async Task Pause_ForAMinuteWithAllInHand_OtherDoesItAndNothingIsDoneTwice()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(new Dictionary<string, string> { ["Bearer first"] = "first", ["Bearer second"] = "second" });
        await using var collector = await CollectorUnderTest.StartAsync(Settings(grafana, "first"));
        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0, Patience);
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, Settings(grafana, "second"));
        using var sender = new Sender([collector.Process.Http, other.Http]);
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50));
        using var giveUp = new CancellationTokenSource();

        // It holds the lease, and rows in a transaction under way.
        Task<HttpResponseMessage> unanswered;
        await using (await Planted.HoldDeltasAsync(collector.Database))
        {
            unanswered = collector.PostAsync("/v1/traces", batch, cancellationToken: giveUp.Token);
            await Eventually.TrueAsync(async () =>
            {
                if (unanswered.IsCompleted) unanswered = await SendAgainAsync(collector, batch, unanswered, giveUp.Token);
                return await Planted.IsWaitedForAsync(collector.Database);
            });
            collector.Process.Pause();
        }

        var paused = TimeProvider.System.GetTimestamp();
        await giveUp.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => unanswered);
        await Eventually.TrueAsync(() => sender.TrySendAsync(other.Http, batch), Patience);
        await Eventually.TrueAsync(() => grafana.Pushes[^1].Pusher == "second", Patience);
        await EventTable.AddAsync(collector.Database, 100);
        await Eventually.TrueAsync(() => LeadershipTests.EventSessions(grafana) == 100, Patience);
        await Eventually.TrueAsync(() => TimeProvider.System.GetElapsedTime(paused) >= Minute, Patience);
        collector.Process.Resume();

        var seen = grafana.Pushes.Count;
        await LeadershipTests.ReadyAsync(collector.Process);
        await LeadershipTests.RefreshedAsync(collector.Database);
        await Eventually.TrueAsync(() => sender.TrySendAsync(collector.Process.Http, batch), Patience);
        await Eventually.TrueAsync(() => grafana.Pushes.Count > seen + 10, Patience);

        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
        Assert.DoesNotContain("first", grafana.Pushes.Select(push => push.Pusher).SkipWhile(pusher => pusher == "first"));
        Assert.Equal(100, grafana.Lines("events").Count(line => ((string)line["message"]!).Length == 20));
        Assert.Equal(0, await LeadershipTests.RepeatedWindowsAsync(collector.Database));
        Assert.Empty(grafana.Breaches);
    }

    // On a machine under load, a lane may wait so long that senders are asked to retry.
    private static async Task<Task<HttpResponseMessage>> SendAgainAsync(
        CollectorUnderTest collector, byte[] batch, Task<HttpResponseMessage> answered, CancellationToken cancellationToken)
    {
        using var response = await answered;
        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        return collector.PostAsync("/v1/traces", batch, cancellationToken: cancellationToken);
    }

    private static Dictionary<string, string> Settings(GrafanaStandIn grafana, string token) =>
        LeadershipTests.Quick.Concat(GrafanaPushTests.PushTo(grafana, token)).ToDictionary(pair => pair.Key, pair => pair.Value);
}
