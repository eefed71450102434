using System.Text.RegularExpressions;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Live;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Publish.Grafana;

public sealed class GrafanaLeaseTests
{
    private static readonly Dictionary<string, string> TwoTokens = new() { ["Bearer first"] = "first", ["Bearer second"] = "second" };

    [Fact]
    public async Task Pusher_Killed_OtherTakesOverWithoutMissingAnEvent()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(TwoTokens);
        await using var collector = await CollectorUnderTest.StartAsync(GrafanaPushTests.PushTo(grafana, "first"));
        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0);
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, GrafanaPushTests.PushTo(grafana, "second"));
        await Eventually.TrueAsync(async () =>
        {
            await EventTable.AddAsync(collector.Database, 1, messageLength: 5);
            return grafana.Lines("events").Count > 0;
        });
        await EventTable.AddAsync(collector.Database, 100);
        await Eventually.TrueAsync(() => Sessions(grafana).Count == 100);
        // The lease was renewed meanwhile, so the other collector keeps waiting.
        var seen = grafana.Pushes.Count;
        await Eventually.TrueAsync(() => grafana.Pushes.Count > seen + 5);
        Assert.All(grafana.Pushes, push => Assert.Equal("first", push.Pusher));

        await collector.Process.KillAsync();
        await EventTable.AddAsync(collector.Database, 300);
        await Eventually.TrueAsync(() => Sessions(grafana).Count == 300);

        var pushers = grafana.Pushes.Select(push => push.Pusher).ToList();
        Assert.Equal(["first", "second"], pushers.Distinct());
        Assert.DoesNotContain("first", pushers.SkipWhile(pusher => pusher == "first"));
        await Eventually.TrueAsync(() => other.Output.Contains("This collector now pushes to Grafana Live", StringComparison.Ordinal));
        Assert.Empty(grafana.Breaches);

        await collector.Process.RestartAsync();
    }

    [Fact]
    public async Task Pusher_Stopped_GivesTheLeaseBackAtOnce()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(TwoTokens);
        // No collector waits for this lease to expire.
        var settings = GrafanaPushTests.PushTo(grafana, "first");
        settings["Tidemark:Grafana:Lease"] = "00:10:00";
        await using var collector = await CollectorUnderTest.StartAsync(settings);
        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0);
        Assert.True(await collector.Database.ScalarAsync<bool>("SELECT expires_at > now() + interval '5 min' FROM tidemark_store.leases"));

        Assert.Equal(0, await collector.Process.StopAsync());

        Assert.True(await collector.Database.ScalarAsync<bool>("SELECT expires_at <= now() FROM tidemark_store.leases"));
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, GrafanaPushTests.PushTo(grafana, "second"));
        await Eventually.TrueAsync(() => grafana.Pushes[^1].Pusher == "second");
        Assert.Empty(grafana.Breaches);
    }

    [Fact]
    public async Task Pusher_LeaseTakenByAnother_Stops()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(TwoTokens);
        await using var collector = await CollectorUnderTest.StartAsync(GrafanaPushTests.PushTo(grafana, "first"));
        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0);

        await collector.Database.ExecuteAsync(
            "UPDATE tidemark_store.leases SET holder = 'another', fencing = fencing + 1, expires_at = now() + interval '1 hour'");

        // Within the lease of two seconds, including renewal; then it stays silent although the other is idle.
        await Eventually.TrueAsync(async () =>
        {
            var pushes = grafana.Pushes.Count;
            await Task.Delay(TimeSpan.FromSeconds(3), TimeProvider.System);
            return grafana.Pushes.Count == pushes;
        });
        Assert.Equal(1, Regex.Count(collector.Process.Output, "Database ready"));
    }

    private static HashSet<string> Sessions(GrafanaStandIn grafana) =>
        [.. grafana.Lines("events").Where(line => ((string)line["message"]!).Length == 20).Select(line => line.Tag("session_id")!)];
}
