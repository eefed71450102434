using System.Text.Json;
using Npgsql;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Collector.Store.Schema;
using Tidemark.Testing;
using Tidemark.Testing.Databases;
using Tidemark.Testing.Otlp;
using Tidemark.Testing.Processes;

namespace Tidemark.Collector.IntegrationTests.Store.Payers;

/// <summary>Compares budgets' spending with plain SQL over operations, and checks their events.</summary>
public sealed class BudgetTests
{
    private const int Seed = 20261128;

    private static readonly Dictionary<string, string> Watchful = new() { ["Tidemark:Pipeline:BudgetInterval"] = "00:00:00.2" };

    [Fact]
    public async Task Status_EveryScopeAndPeriod_AgreesWithOperations()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.Database.ExecuteAsync("""
            INSERT INTO tidemark.budgets (name, scope, value, period, time_zone, limit_usd, limit_tokens)
            SELECT concat_ws(' ', s.scope, s.value, p.period, z.zone, u.is_usd), s.scope, s.value, p.period, z.zone,
                CASE WHEN u.is_usd THEN 0.01 END, CASE WHEN NOT u.is_usd THEN 1000 END
            FROM (VALUES ('all', NULL), ('service', NULL), ('service', 'service-1'), ('model', 'gpt-5'), ('provider', NULL), ('agent', NULL),
                ('environment', NULL), ('user', NULL), ('user', 'user-3'), ('label:team', NULL), ('label:team', 'team-1'), ('label:cost_center', 'cc-0')) AS s (scope, value)
            CROSS JOIN (VALUES ('day'), ('week'), ('month')) AS p (period)
            CROSS JOIN (VALUES ('UTC'), ('Asia/Kathmandu'), ('America/St_Johns')) AS z (zone)
            CROSS JOIN (VALUES (true), (false)) AS u (is_usd)
            """);
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Fleet(new Random(Seed), 900)));

        await using var connection = await collector.Database.DataSource.OpenConnectionAsync();
        var difference = await PaidNumbers.DifferenceAsync(
            connection,
            """
            SELECT budget, value, spent
            FROM (
                SELECT b.name AS budget, coalesce(b.value, d.value) AS value,
                    trim_scale(round(coalesce(CASE WHEN b.limit_usd IS NULL THEN sum(o.total_tokens) ELSE sum(o.cost_usd) END, 0), 9)) AS spent
                FROM tidemark.budgets b
                CROSS JOIN LATERAL (SELECT date_trunc(b.period, now() AT TIME ZONE b.time_zone) AT TIME ZONE b.time_zone AS start) p
                CROSS JOIN LATERAL (
                    SELECT o.*, CASE b.scope WHEN 'service' THEN o.service WHEN 'model' THEN o.request_model WHEN 'provider' THEN o.provider WHEN 'agent'
                        THEN o.agent
                        WHEN 'environment' THEN coalesce(o.environment, '(none)') WHEN 'user' THEN o.user_id WHEN 'all' THEN NULL
                            ELSE o.labels ->> substr(b.scope, 7) END AS value
                    FROM tidemark.operations o
                    WHERE o.mirror_of IS NULL AND o.started_at + coalesce(o.duration_ms, 0) * interval '1 millisecond' >= p.start
                ) o
                CROSS JOIN LATERAL (SELECT o.value) d
                WHERE b.scope = 'all' OR (o.value IS NOT NULL AND (b.value IS NULL OR b.value = o.value))
                GROUP BY b.name, b.limit_usd, 2
            ) AS plain
            WHERE spent > 0
            """,
            "SELECT budget, value, trim_scale(round(spent, 9)) FROM tidemark.budget_status WHERE spent > 0");
        Assert.Equal("", difference);
        Assert.NotEqual(0, await collector.Database.ScalarAsync<long>("SELECT count(*) FROM tidemark.budget_status WHERE ratio > 1"));
    }

    [Fact]
    public async Task Status_NothingSpent_NamesTheValueWithZero()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.Database.ExecuteAsync(
            "INSERT INTO tidemark.budgets (name, scope, value, limit_usd) VALUES ('b', 'user', 'u-1', 10), ('every', 'user', NULL, 10), ('total', 'all', NULL, "
                + "5)");

        Assert.Equal(
            "b u-1 0 0|total - 0 0",
            await collector.Database.ScalarAsync<string>(
                "SELECT string_agg(concat_ws(' ', budget, coalesce(value, '-'), spent, ratio), '|' ORDER BY budget) FROM tidemark.budget_status"));
    }

    // Clocks go forward in the night to 29 March and back in that to 25 October 2026 in Berlin; 1 March is a Sunday.
    [Theory]
    [InlineData("2026-03-29 12:00+02", "day", "Europe/Berlin", 1, "2026-03-28 23:00:00 2026-03-29 22:00:00")]
    [InlineData("2026-10-25 00:30+02", "day", "Europe/Berlin", 1, "2026-10-24 22:00:00 2026-10-25 23:00:00")]
    [InlineData("2026-03-15 00:00+01", "month", "Europe/Berlin", 1, "2026-02-28 23:00:00 2026-03-31 22:00:00")]
    [InlineData("2026-03-01 12:00+00", "week", "UTC", 1, "2026-02-23 00:00:00 2026-03-02 00:00:00")]
    [InlineData("2026-03-01 12:00+00", "week", "UTC", 7, "2026-03-01 00:00:00 2026-03-08 00:00:00")]
    [InlineData("2026-02-28 23:59+00", "week", "UTC", 7, "2026-02-22 00:00:00 2026-03-01 00:00:00")]
    [InlineData("2026-02-28 23:59+00", "day", "Asia/Kathmandu", 1, "2026-02-28 18:15:00 2026-03-01 18:15:00")]
    public async Task Period_OfAZone_BeginsAndEndsByItsClocks(string at, string period, string zone, int weekStart, string expected)
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);

        Assert.Equal(expected, await database.ScalarAsync<string>(
            "SELECT concat_ws(' ', period_start AT TIME ZONE 'UTC', period_end AT TIME ZONE 'UTC') "
                + $"FROM tidemark_store.budget_period('{at}', '{period}', '{zone}', {weekStart}::smallint)"));
    }

    [Theory]
    [InlineData("scope => user_id", "'b', 'user_id', 'day', 'UTC', 1, NULL")]
    [InlineData("no such zone", "'b', 'all', 'day', 'Europe/Atlantis', 1, NULL")]
    [InlineData("two limits", "'b', 'all', 'day', 'UTC', 1, 1")]
    [InlineData("no limit", "'b', 'all', 'day', 'UTC', NULL, NULL")]
    [InlineData("no such period", "'b', 'all', 'year', 'UTC', 1, NULL")]
    [InlineData("limit of nothing", "'b', 'all', 'day', 'UTC', 0, NULL")]
    public async Task Insert_WhatIsNoBudget_IsRefused(string what, string values)
    {
        await using var database = await TestDatabase.CreateAsync(await MigratedDatabase.Template.Value);

        var refused = await Assert.ThrowsAsync<PostgresException>(() => database.ExecuteAsync(
            $"INSERT INTO tidemark.budgets (name, scope, period, time_zone, limit_usd, limit_tokens) VALUES ({values})"));
        Assert.True(
            refused.SqlState.StartsWith("22", StringComparison.Ordinal) || refused.SqlState.StartsWith("23", StringComparison.Ordinal), $"{what}: {refused}");
    }

    [Fact]
    public async Task Read_MoreValuesThanAreWatched_TakesThoseNearestToTheirLimit()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await collector.Database.ExecuteAsync("INSERT INTO tidemark.budgets (name, scope, period, limit_tokens) VALUES ('each', 'user', 'month', 1000)");
        await collector.SendAsync(OtlpProtobuf.Traces([.. Enumerable.Range(1, 4)
            .SelectMany(user => Enumerable.Range(0, user).Select(i => PaidTraffic.Call($"u-{user}", "search", i)))]));

        var watched = Statement.ReadBudgets.Replace("$1", "2", StringComparison.Ordinal);

        Assert.Equal("u-4,u-3", await collector.Database.ScalarAsync<string>($"SELECT string_agg(value, ',' ORDER BY spent DESC) FROM ({watched}) AS watched"));
    }

    [Fact]
    public async Task Events_ThresholdPassed_AreRaisedOnceForEachLimit()
    {
        await using var collector = await CollectorUnderTest.StartAsync(Watchful);
        await using var other = await CollectorProcess.StartAsync(collector.Database.ConnectionString, Watchful);
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Call("u-1", "search", 0)));
        await collector.Database.ExecuteAsync("INSERT INTO tidemark.budgets (name, scope, period, limit_tokens) VALUES ('tokens', 'user', 'month', 140)");

        await RaisedAsync("80");
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Call("u-1", "search", 0)));
        await RaisedAsync("80,100");
        await collector.Database.ExecuteAsync("UPDATE tidemark.budgets SET limit_tokens = 400");
        await RaisedAsync("80,100,50");
        await collector.SendAsync(OtlpProtobuf.Traces(
            PaidTraffic.Call("u-2", "search", 0), PaidTraffic.Call("u-2", "search", 1), PaidTraffic.Call("u-2", "search", 2)));
        await RaisedAsync("80,100,50,80");

        Assert.Equal(
            "u-1 u-2",
            await collector.Database.ScalarAsync<string>(
                "SELECT string_agg(DISTINCT user_id, ' ' ORDER BY user_id) FROM tidemark.session_events WHERE event_type = 'budget_threshold'"));
        using var client = new HttpClient { BaseAddress = collector.Process.Api };
        var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri("/api/budgets?value=u-2", UriKind.Relative))).RootElement;
        Assert.Equal(360, Assert.Single(answer.GetProperty("items").EnumerateArray()).GetProperty("spent").GetDouble());

        // In the order in which they were raised, without projections, which depend on the day.
        async Task RaisedAsync(string expected)
        {
            await Eventually.TrueAsync(async () => await AskAsync() == expected, TimeSpan.FromMinutes(1));
            Assert.Equal(expected, await AskAsync());
        }

        async Task<string> AskAsync() => await collector.Database.ScalarAsync<string>(
            """
            SELECT coalesce(string_agg(round((data ->> 'threshold')::numeric * 100)::text, ',' ORDER BY event_id), '')
            FROM tidemark.session_events WHERE event_type = 'budget_threshold'
            """);
    }
}
