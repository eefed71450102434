using Tidemark.Collector.IntegrationTests.Testing;
using Tidemark.Testing.Otlp;

namespace Tidemark.Collector.IntegrationTests.Store.Payers;

/// <summary>Compares flat plans with plain SQL over operations.</summary>
public sealed class PlanTests
{
    private const int Seed = 20261128;
    private const string Range = "date_trunc('hour', now()) - interval '48 hours', date_trunc('hour', now()) + interval '1 hour'";

    [Fact]
    public async Task PlanCosts_SeveralPlans_CoverEachCallOnce()
    {
        await using var collector = await CollectorUnderTest.StartAsync();
        await using var merging = new Merging(collector.Database);
        await collector.SendAsync(OtlpProtobuf.Traces(PaidTraffic.Fleet(new Random(Seed), 400)));
        await merging.RunAsync(collector.Database);
        var service = await collector.Database.ScalarAsync<string>("SELECT service FROM tidemark.operations GROUP BY 1 ORDER BY count(*) DESC LIMIT 1");

        await collector.Database.ExecuteAsync($"""
            INSERT INTO tidemark.plans (service, user_pattern, monthly_usd, seats, note) VALUES
                ('{service}', '%', 20, NULL, 'each'), ('{service}', 'user-3%', 100, 2, 'seats'), ('unknown', '%', 5, NULL, 'unused')
            """);

        // A user that matches two patterns belongs to the longer one.
        Assert.Equal(
            await collector.Database.ScalarAsync<string>($"""
                SELECT string_agg(concat_ws(' ', note, operations, tokens, round(cost, 9), seats), '|' ORDER BY note) FROM (
                    SELECT 'each' AS note, count(*) AS operations, sum(total_tokens) AS tokens, sum(cost_usd) AS cost, count(DISTINCT user_id) AS seats
                    FROM tidemark.operations WHERE service = '{service}' AND coalesce(user_id, '') NOT LIKE 'user-3%'
                    UNION ALL SELECT 'seats', count(*), sum(total_tokens), sum(cost_usd), 2
                    FROM tidemark.operations WHERE service = '{service}' AND user_id LIKE 'user-3%'
                    UNION ALL SELECT 'unused', 0, 0, 0, 1) o
                """),
            await collector.Database.ScalarAsync<string>(
                "SELECT string_agg(concat_ws(' ', note, operations, total_tokens, round(api_usd, 9), seats), '|' ORDER BY note) "
                    + $"FROM tidemark.plan_costs({Range})"));
        Assert.Equal(
            "t t t",
            await collector.Database.ScalarAsync<string>($"""
                SELECT string_agg(CASE WHEN abs(paid_usd - monthly_usd * seats * 49.0 / (365.2425 * 24 / 12)) < 0.001 THEN 't' ELSE paid_usd::text END, ' ')
                FROM tidemark.plan_costs({Range})
                """));
    }

    [Theory]
    [InlineData("('', '%', 1, NULL)")]
    [InlineData("('a', '%', -1, NULL)")]
    [InlineData("('a', '%', 1, 0)")]
    public async Task Plans_SenselessRow_IsRefused(string row)
    {
        await using var collector = await CollectorUnderTest.StartAsync();

        await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            collector.Database.ExecuteAsync($"INSERT INTO tidemark.plans (service, user_pattern, monthly_usd, seats) VALUES {row}"));
    }
}
