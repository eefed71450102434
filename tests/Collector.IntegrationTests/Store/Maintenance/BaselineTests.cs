using System.Globalization;
using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Maintenance;

/// <summary>Compares <c>tidemark.baselines</c> with plain SQL over operations and sessions.</summary>
public sealed class BaselineTests
{
    private const int Seed = 20261130;
    private const int Operations = 900;

    // Rollups have steps of five minutes: a boundary in between would split them.
    private const string At = "tidemark_store.floor_to(now() - interval '10 minutes', 300)";

    [Fact]
    public async Task Baselines_NineDaysOfTraffic_AreTheSameHoursOfSevenOfThem()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var merging = new Merging(collector.Database);
        var random = new Random(Seed);
        var at = DateTimeOffset.Parse(
            await collector.Database.ScalarAsync<string>($"SELECT {At}::timestamptz(0) AT TIME ZONE 'UTC' || 'Z'"), CultureInfo.InvariantCulture);
        await collector.SendAsync(OtlpProtobuf.Traces([
            .. Enumerable.Range(0, 2)
                .Select(service => new OtlpResource<OtlpSpan>([.. Enumerable.Range(0, Operations / 2).Select(_ => Span(random, at, service))])
            {
                Attributes = new OtlpAttributes { { "service.name", $"service-{service}" } },
            }),
        ]));
        await merging.RunAsync(collector.Database);
        await Eventually.TrueAsync(async () => await collector.Database.ScalarAsync<long>(
            "SELECT count(*) FROM tidemark.sessions WHERE status <> 'ended' AND last_seen_at < now() - interval '40 minutes'") == 0);
        var moment = $"timestamptz '{at.ToString("u", CultureInfo.InvariantCulture)}'";

        Assert.Equal(
            await collector.Database.ScalarAsync<string>($"""
                WITH hours AS (SELECT day, {moment} - make_interval(hours => 24 * day + 1) AS low, {moment} - make_interval(hours => 24 * day) AS high
                    FROM generate_series(0, 7) AS day),
                days AS (
                    SELECT h.day, o.service, count(*) AS operations, count(*) FILTER (WHERE o.is_error) AS errors, sum(o.cost_usd) AS cost
                    FROM hours h
                    JOIN tidemark.operations o ON o.started_at + o.duration_ms * interval '1 millisecond' >= h.low
                        AND o.started_at + o.duration_ms * interval '1 millisecond' < h.high
                    GROUP BY 1, 2),
                sizes AS (
                    SELECT h.day, s.service, count(*) AS sessions, sum(s.total_tokens) AS tokens
                    FROM hours h JOIN tidemark.sessions s ON s.last_seen_at >= h.low AND s.last_seen_at < h.high
                    GROUP BY 1, 2)
                SELECT string_agg(concat_ws(' ', n.service,
                    (SELECT count(*) FROM days d WHERE d.day > 0 AND d.service = n.service), n.operations, n.errors,
                    (SELECT round(sum(d.errors) / sum(d.operations), 9) FROM days d WHERE d.day > 0 AND d.service = n.service),
                    round(n.cost, 9), (SELECT round(avg(d.cost), 9) FROM days d WHERE d.day > 0 AND d.service = n.service),
                    s.sessions, round(s.tokens::numeric / s.sessions, 6),
                    (SELECT round(sum(z.tokens) / sum(z.sessions), 6) FROM sizes z WHERE z.day > 0 AND z.service = n.service)), '|' ORDER BY n.service)
                FROM days n JOIN sizes s ON s.day = 0 AND s.service = n.service
                WHERE n.day = 0
                """),
            await collector.Database.ScalarAsync<string>($"""
                SELECT string_agg(concat_ws(' ', service, days, operations, errors, round(usual_error_ratio::numeric, 9), round(cost_usd, 9),
                    round(usual_cost_usd, 9),
                    sessions, round(tokens_per_session::numeric, 6), round(usual_tokens_per_session::numeric, 6)), '|' ORDER BY service)
                FROM tidemark.baselines({moment})
                """));
    }

    /// <summary>In the hour before the moment, a little before and after, on nine days; of one session a quarter of an hour.</summary>
    private static OtlpSpan Span(Random random, DateTimeOffset at, int service)
    {
        var day = random.Next(9);
        var minute = random.Next(-80, 8);
        var call = Calls.Inference(
            $"s-{service}-{day}-{(minute + 100) / 15}",
            (ulong)at.AddDays(-day).AddMinutes(minute).AddMilliseconds(random.Next(60_000)).ToUnixTimeMilliseconds() * 1_000_000);
        OtlpAttributes attributes = [
            .. call.Attributes.Where(attribute => attribute.Key != "gen_ai.usage.input_tokens"), new("gen_ai.usage.input_tokens", 100 + random.Next(900))
        ];
        if (random.Next(6) == 0) attributes.Add("error.type", "timeout");
        return call with { Attributes = attributes };
    }
}
