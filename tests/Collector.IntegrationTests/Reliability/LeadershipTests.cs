using Tidemark.Collector.IntegrationTests.Publish;
using Tidemark.Collector.IntegrationTests.Publish.Grafana;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Live;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Reliability;

/// <summary>Shared tasks: other collectors take over when one is killed or paused, and nothing is done twice.</summary>
public sealed class LeadershipTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    internal static readonly Dictionary<string, string> Quick = new()
    {
        ["Tidemark:Store:WindowInterval"] = "00:00:01",
        ["Tidemark:Store:CommandTimeout"] = "00:00:03",
        ["Tidemark:Store:LockTimeout"] = "00:00:02",
        ["Tidemark:Pipeline:SettleInterval"] = "00:00:00.2",
    };

    [Fact]
    public async Task Kill_InsideWindowRefresh_OtherRefreshes()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Quick);
        await using var other = await StopInsideRefreshAsync(collector, () => collector.Process.KillAsync());

        await RefreshedAsync(collector.Database);

        Assert.Equal(0, await RepeatedWindowsAsync(collector.Database));
    }

    [Fact]
    public async Task Pause_InsideWindowRefresh_OtherRefreshesAndNothingIsDoneTwiceAfter()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Quick);
        await using var other = await StopInsideRefreshAsync(collector, () =>
        {
            collector.Process.Pause();
            return Task.CompletedTask;
        });

        await RefreshedAsync(collector.Database);
        await RefreshedAsync(collector.Database);
        collector.Process.Resume();
        await RefreshedAsync(collector.Database);
        await ReadyAsync(collector.Process);

        Assert.Equal(0, await RepeatedWindowsAsync(collector.Database));
        await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(10)));
        await collector.AssertStoredAsync(10, 10 * Calls.TokensEach);
    }

    [Fact]
    public async Task Pause_InsideLaneTransaction_OtherStoresTheSameAndNothingIsCountedTwice()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Quick);
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, Quick);
        using var sender = new Sender([collector.Process.Http, other.Http]);
        var batch = OtlpProtobuf.Traces(Calls.Inferences(50));
        Task<bool> unanswered;
        await using (await Planted.HoldDeltasAsync(collector.Database))
        {
            unanswered = sender.TrySendAsync(collector.Process.Http, batch);
            await Planted.WaitingAsync(collector.Database);
            collector.Process.Pause();
        }

        // Its transaction holds row locks until the database terminates it.
        await Eventually.TrueAsync(() => sender.TrySendAsync(other.Http, batch), Patience);
        collector.Process.Resume();
        await unanswered;
        await Eventually.TrueAsync(() => sender.TrySendAsync(collector.Process.Http, batch), Patience);

        await collector.AssertStoredAsync(50, 50 * Calls.TokensEach);
    }

    [Fact]
    public async Task Kill_WhileSessionsFallSilent_EachIsReportedOnce()
    {
        var settings = new Dictionary<string, string>(Quick)
        {
            ["Tidemark:Derive:IdleAfter"] = "00:00:01",
            ["Tidemark:Derive:EndedAfter"] = "00:00:02",
            ["Tidemark:Pipeline:SettleBatch"] = "10",
        };
        await using var collector = await CollectorUnderTest.StartAsync(settings);
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, settings);
        Npgsql.NpgsqlConnection events;
        await using (await Planted.HoldSweepAsync(collector.Database))
        {
            await collector.SendAsync(OtlpProtobuf.Traces(Calls.Inferences(200, sessions: 200, start: TimeProvider.System.GetUtcNow().AddHours(-1))));
            events = await Planted.HoldAsync(collector.Database, "session_events");
        }

        // The sweeping collector now waits in its transaction: one of the two is killed, possibly this one.
        await using (events)
        {
            await Planted.WaitingAsync(collector.Database, "session_events");
            await collector.Process.KillAsync();
        }

        await Eventually.TrueAsync(
            async () => await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.sessions WHERE status = 'ended'") == 200, Patience);

        Assert.Equal(200, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.session_events WHERE event_type = 'session_ended'"));
        Assert.Equal(
            200,
            await collector.Database.ScalarAsync<long>("SELECT count(DISTINCT session_id) FROM tidemark.session_events WHERE event_type = 'session_ended'"));
    }

    [Fact]
    public async Task Pause_WhilePushingToGrafana_OtherTakesTheLeaseAndTheFirstPushesNoMore()
    {
        await using var grafana = await GrafanaStandIn.StartAsync(new Dictionary<string, string> { ["Bearer first"] = "first", ["Bearer second"] = "second" });
        await using var collector = await CollectorUnderTest.StartAsync(GrafanaPushTests.PushTo(grafana, "first"));
        await Eventually.TrueAsync(() => grafana.Pushes.Count > 0, Patience);
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, GrafanaPushTests.PushTo(grafana, "second"));

        collector.Process.Pause();
        await Eventually.TrueAsync(() => grafana.Pushes[^1].Pusher == "second", Patience);
        await EventTable.AddAsync(collector.Database, 100);
        await Eventually.TrueAsync(() => EventSessions(grafana) == 100, Patience);
        collector.Process.Resume();
        var seen = grafana.Pushes.Count;
        await ReadyAsync(collector.Process);
        await Eventually.TrueAsync(() => grafana.Pushes.Count > seen + 10, Patience);

        var pushers = grafana.Pushes.Select(push => push.Pusher).ToList();
        Assert.DoesNotContain("first", pushers.SkipWhile(pusher => pusher == "first"));
        Assert.Equal(100, grafana.Lines("events").Count(line => ((string)line["message"]!).Length == 20));
        Assert.Empty(grafana.Breaches);
    }

    /// <summary>Starts another collector, and faults the first while it holds the windows' lock in a transaction.</summary>
    private static async Task<CollectorProcess> StopInsideRefreshAsync(CollectorUnderTest collector, Func<Task> strike)
    {
        await RefreshedAsync(collector.Database);
        await using (await Planted.HoldAsync(collector.Database, "windows_current"))
        {
            await Planted.WaitingAsync(collector.Database, "windows_current");
            await strike();
        }

        return await CollectorProcess.StartAsync(collector.Database.ConnectionString, Quick);
    }

    /// <summary>Waits until the windows were refreshed after now.</summary>
    internal static async Task RefreshedAsync(TestDatabase database)
    {
        var from = await database.ScalarAsync<DateTime>("SELECT clock_timestamp()");
        await Eventually.TrueAsync(
            async () => await database.ScalarAsync<DateTime>("SELECT coalesce(max(as_of), '-infinity') FROM tidemark.windows_now") > from, Patience);
    }

    /// <summary>Number of refreshes at shorter intervals than one collector's.</summary>
    internal static Task<long> RepeatedWindowsAsync(TestDatabase database) => database.ScalarAsync<long>(
        """
        SELECT count(*) FROM (
            SELECT as_of - lag(as_of) OVER (ORDER BY as_of) AS gap
                FROM (SELECT DISTINCT as_of FROM tidemark.windows WHERE scope = 'all' AND window_seconds = 60) w
        ) gaps WHERE gap < interval '0.75 s'
        """);

    internal static async Task ReadyAsync(CollectorProcess collector)
    {
        using var api = new HttpClient { BaseAddress = collector.Api };
        await Eventually.TrueAsync(async () => (await api.GetAsync(new Uri("/readyz", UriKind.Relative))).IsSuccessStatusCode, Patience);
    }

    internal static int EventSessions(GrafanaStandIn grafana) =>
        grafana.Lines("events").Where(line => ((string)line["message"]!).Length == 20).Select(line => line.Tag("session_id")).Distinct().Count();
}
