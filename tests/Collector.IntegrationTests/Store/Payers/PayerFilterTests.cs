using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;
using Xunit.Abstractions;

namespace Tidemark.Collector.IntegrationTests.Store.Payers;

/// <summary>Dashboards filtered by users and labels equal plain SQL.</summary>
public sealed class PayerFilterTests(ITestOutputHelper output)
{
    private const int Seed = 20261129;
    private const string Range = "date_trunc('hour', now()) - interval '30 hours', now()";

    [Fact]
    public async Task Selections_OfUsersAndLabels_ShowTheirsAlone()
    {
        output.WriteLine($"seed {Seed}");
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Fleet(new Random(Seed), 900)));
        // The programs of user cid send no team.
        var call = Calls.Inference("session-of-cid", PaidTraffic.Ago(600));
        await collector.SendAsync(OtlpProtobuf.Traces(call with { Attributes = [.. call.Attributes, new("user.id", "cid")] }));
        await collector.Database.ExecuteAsync("INSERT INTO tidemark_store.user_names VALUES ('cid', NULL, 'team-1'), ('user-2', NULL, 'team-1')");
        (string Arguments, string Where)[] filters =
        [
            ("users => ARRAY['user-3', 'user-4']", "s.user_id IN ('user-3', 'user-4')"),
            ("labels => ARRAY['team=team-1']", "coalesce(s.labels ->> 'team', n.team) = 'team-1'"),
            (
                "labels => ARRAY['team=team-1', 'team=team-3', 'cost_center=cc-0']",
                "coalesce(s.labels ->> 'team', n.team) IN ('team-1', 'team-3') AND s.labels ->> 'cost_center' = 'cc-0'"),
            ("users => ARRAY['user-5'], labels => ARRAY['team=team-1']", "s.user_id = 'user-5' AND coalesce(s.labels ->> 'team', n.team) = 'team-1'"),
            ("users => ARRAY[''], labels => ARRAY['']", "true"),
            ("users => ARRAY['unknown']", "false"),
        ];

        foreach (var (arguments, where) in filters)
        {
            var named = $"FROM tidemark.sessions s LEFT JOIN tidemark.user_names n ON n.user_id = s.user_id WHERE {where}";
            await SameAsync(Ids($"SELECT s.session_id {named}"), Ids($"SELECT session_id FROM tidemark.sessions_in({Range}, {arguments})"));
            await SameAsync(Ids($"SELECT s.session_id {named} AND s.status <> 'ended'"), Ids($"SELECT session_id FROM tidemark.open_sessions({arguments})"));
            await SameAsync(
                "SELECT count(*) FROM tidemark.session_events e LEFT JOIN tidemark.sessions s USING (session_id) LEFT "
                    + $"JOIN tidemark.user_names n ON n.user_id = s.user_id WHERE {where}",
                $"SELECT count(*) FROM tidemark.session_events_in({Range}, {arguments})");
            await SameAsync(
                $"SELECT coalesce(sum(operations), 0)::bigint FROM tidemark.stats({Range}, {arguments})",
                $"SELECT coalesce(sum(operations), 0)::bigint FROM tidemark.timeseries_top({Range}, '1 hour', 'kind', {arguments})");
            await SameAsync(
                $"SELECT coalesce(sum(operations), 0)::bigint FROM tidemark.stats({Range}, {arguments})",
                $"SELECT operations::bigint FROM tidemark.compared_totals({Range}, {arguments}) WHERE period = 'now'");
            await SameAsync(
                $"SELECT count(*) {named} AND s.status <> 'ended' AND s.last_seen_at >= now() - interval '1 hour'",
                $"SELECT sessions_active FROM tidemark.current_window(seconds => 3600, {arguments})");
        }

        Assert.NotEqual(
            0,
            await collector.Database.ScalarAsync<long>(
                $"SELECT count(*) FROM tidemark.sessions_in({Range}, labels => ARRAY['team=team-1'], users => ARRAY['cid'])"));
        Assert.Equal("team=team-1", await collector.Database.ScalarAsync<string>("SELECT label FROM tidemark.labels WHERE key = 'team' AND value = 'team-1'"));

        static string Ids(string sql) => $"SELECT string_agg(session_id, ' ' ORDER BY session_id) FROM ({sql}) found";

        // In one statement, because sessions become idle meanwhile.
        async Task SameAsync(string expected, string shown) => Assert.Equal("same", await collector.Database.ScalarAsync<string>(
            "SELECT CASE WHEN e.value IS NOT DISTINCT FROM s.value THEN 'same' ELSE concat_ws(' and ', e.value, s.value) END "
                + $"FROM (SELECT (({expected}))::text AS value) e, (SELECT (({shown}))::text AS value) s"));
    }

    /// <summary>Users and labels have steps of five minutes: rates are over the counted time.</summary>
    [Fact]
    public async Task CurrentWindow_OfOneUser_DividesByTheTimeThatItCounts()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.SendAsync(OtlpProtobuf.Traces(
            PaidTraffic.Call("ann", "search", -30), PaidTraffic.Call("bob", "search", -30), PaidTraffic.Call("bob", "search", -31)));

        Assert.Equal(0, await collector.Database.ScalarAsync<long>("""
            SELECT count(*)
            FROM tidemark.current_window(users => ARRAY['bob']) w
            WHERE w.operations <> 2 OR w.window_seconds NOT BETWEEN 300 AND 600 OR w.sessions_active <> 1
               OR w.cost_per_hour < w.cost_usd * 6 OR w.cost_per_hour IS NULL
            """));
    }
}
