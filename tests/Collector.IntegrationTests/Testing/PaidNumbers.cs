using Dapper;
using Npgsql;
using Tidemark.Testing.Databases;

namespace Tidemark.Collector.IntegrationTests.Testing;

/// <summary>Compares the public schema's users with plain SQL over operations and sessions.</summary>
internal static class PaidNumbers
{
    private const string Numbers =
        "operations, errors, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, total_tokens, cost_usd, unpriced";

    private const string Sums =
        """
        count(*) AS operations, count(*) FILTER (WHERE is_error) AS errors, coalesce(sum(input_tokens), 0)::bigint AS input_tokens,
        coalesce(sum(output_tokens), 0)::bigint AS output_tokens, coalesce(sum(cache_read_tokens), 0)::bigint AS cache_read_tokens,
        coalesce(sum(cache_write_tokens), 0)::bigint AS cache_write_tokens, coalesce(sum(reasoning_tokens), 0)::bigint AS reasoning_tokens,
        coalesce(sum(total_tokens), 0)::bigint AS total_tokens, sum(cost_usd) AS cost_usd,
        count(*) FILTER (WHERE cost_usd IS NULL AND (kind IN ('inference', 'embedding') OR total_tokens IS NOT NULL)
            AND (error_type IS NULL OR total_tokens IS NOT NULL)) AS unpriced
        """;

    private const string Counted = "FROM tidemark.operations WHERE mirror_of IS NULL AND user_id IS NOT NULL";

    private const string Users =
        $"""
        SELECT user_id, coalesce(sessions, 0) AS sessions, {Numbers}
        FROM (SELECT user_id, {Sums} {Counted} GROUP BY 1) AS paid
        LEFT JOIN (SELECT user_id, count(*) AS sessions FROM tidemark.sessions GROUP BY 1) AS held USING (user_id)
        """;

    private const string Days =
        $"""
        SELECT user_id, day, service, coalesce(sessions, 0) AS sessions, coalesce(operations, 0) AS operations, coalesce(errors, 0) AS errors,
            coalesce(total_tokens, 0) AS total_tokens, cost_usd, coalesce(unpriced, 0) AS unpriced
        FROM (SELECT user_id, ((started_at + coalesce(duration_ms, 0) * interval '1 millisecond') AT TIME ZONE 'UTC')::date AS day, service, {Sums} {Counted}
        GROUP BY 1, 2, 3) AS paid
        FULL JOIN (
            SELECT user_id, (started_at AT TIME ZONE 'UTC')::date AS day, service, count(*) AS sessions FROM tidemark.sessions WHERE user_id IS NOT NULL
            GROUP BY 1, 2, 3
        ) AS held USING (user_id, day, service)
        """;

    /// <summary>Compares <c>users</c> and <c>user_days</c>, user by user.</summary>
    public static async Task AssertUsersAsync(TestDatabase database)
    {
        await using var connection = await database.DataSource.OpenConnectionAsync();
        await AssertUsersAsync(connection);
    }

    /// <inheritdoc cref="AssertUsersAsync(TestDatabase)"/>
    public static async Task AssertUsersAsync(NpgsqlConnection connection)
    {
        Assert.Equal("", await DifferenceAsync(connection, Users, $"SELECT user_id, sessions, {Numbers} FROM tidemark.users"));
        Assert.Equal(
            "",
            await DifferenceAsync(
                connection, Days, "SELECT user_id, day, service, sessions, operations, errors, total_tokens, cost_usd, unpriced FROM tidemark.user_days"));
    }

    /// <summary>Rows that only one of two queries returns, at most five; empty = equal.</summary>
    public static Task<string?> DifferenceAsync(NpgsqlConnection connection, string expected, string reported) => connection.ExecuteScalarAsync<string>(
        $"""
        WITH expected AS ({expected}), reported AS ({reported})
        SELECT coalesce(string_agg(line, E'\n'), '')
        FROM (
            SELECT 'expected ' || e::text AS line FROM (SELECT * FROM expected EXCEPT ALL SELECT * FROM reported) e
            UNION ALL
            SELECT 'reported ' || t::text FROM (SELECT * FROM reported EXCEPT ALL SELECT * FROM expected) t
            LIMIT 5
        ) AS lines
        """);
}
