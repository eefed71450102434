using System.Data;
using System.Globalization;
using Npgsql;
using NpgsqlTypes;

namespace Tidemark.Testing.Oracle;

/// <summary>Compares a record with the database, in one snapshot.</summary>
internal static class OracleCheck
{
    private const string Issued =
        """
        CREATE TEMP TABLE issued (trace_id text, span_id text, acknowledged boolean, is_row boolean, is_prompt boolean, mirror_of text, session_id text,
            user_id text, agent text, model text,
            started_at timestamptz, duration_ms float8, input_tokens integer, output_tokens integer, is_error boolean, is_slow boolean)
        """;

    private const string CopyIssued = "COPY issued FROM STDIN (FORMAT BINARY)";

    private const string Stored = "CREATE TEMP TABLE stored AS SELECT trace_id, span_id, count(*) AS times FROM tidemark.operations GROUP BY trace_id, span_id";

    private const string Lost =
        "SELECT count(*) FROM issued WHERE acknowledged AND is_row AND NOT EXISTS (SELECT FROM stored "
            + "WHERE (stored.trace_id, stored.span_id) = (issued.trace_id, issued.span_id))";

    private const string Stuck = "SELECT count(*) FROM issued WHERE NOT acknowledged";

    private const string Invented =
        "SELECT count(*) FROM stored WHERE NOT EXISTS (SELECT FROM issued WHERE is_row "
            + "AND (stored.trace_id, stored.span_id) = (issued.trace_id, issued.span_id))";

    private const string Double = "SELECT coalesce(sum(times - 1), 0)::bigint FROM stored";

    private const string ChangedRows =
        """
        FROM issued i
        JOIN tidemark.operations o USING (trace_id, span_id)
        WHERE (i.mirror_of, i.session_id, i.user_id, i.started_at, i.input_tokens, i.output_tokens, i.is_error)
            IS DISTINCT FROM (o.mirror_of, o.session_id, o.user_id, o.started_at, o.input_tokens, o.output_tokens, o.is_error)
           OR (i.mirror_of IS NULL AND (i.model, i.agent) IS DISTINCT FROM (o.request_model, o.agent))
           OR abs(i.duration_ms - o.duration_ms) > 0.0005
        """;

    private const string Changed = $"SELECT count(*) {ChangedRows}";

    private const string ChangedExamples =
        $"SELECT coalesce(string_agg(line, E'\\n'), '') FROM (SELECT 'issued ' || i::text || E'\\nstored ' || o::text AS line {ChangedRows} LIMIT 5) examples";

    private const string Drift =
        """
        WITH raw AS (
            SELECT t.tier, count(o.trace_id) AS operations, sum(o.total_tokens) AS tokens, sum(o.cost_usd) AS cost_usd, count(*)
                FILTER (WHERE o.is_error) AS errors
            FROM tidemark_store.rollup_tiers t
            LEFT JOIN tidemark.operations o ON o.mirror_of IS NULL AND o.started_at + o.duration_ms * interval '1 millisecond' >= t.since
            GROUP BY t.tier
        ), rows AS (
            SELECT t.tier, s.scope, r.operations, r.input_tokens + r.output_tokens AS tokens, r.cost_usd, r.errors, r.cells
            FROM tidemark_store.rollup_tiers t
            JOIN tidemark_store.rollups r ON r.tier = t.tier AND r.bucket >= t.since
            JOIN tidemark_store.series s ON s.number = r.series AND s.scope IN (0, 6)
            UNION ALL
            SELECT t.tier, counted.scope, d.operations, d.input_tokens + d.output_tokens, d.cost_usd, d.errors, d.cells
            FROM tidemark_store.rollup_tiers t
            JOIN tidemark_store.unmerged_rollups d ON d.bucket >= t.since
            JOIN tidemark_store.series s ON s.number = d.series AND s.scope = 6
            CROSS JOIN unnest(ARRAY[0, 6]) AS counted (scope)
        ), tiers AS (
            SELECT tier, scope, sum(operations) AS operations, sum(tokens) AS tokens, sum(cost_usd) AS cost_usd, sum(errors) AS errors,
                sum((SELECT sum(tidemark_store.cell_count(cell)) FROM unnest(cells) AS cell)) AS in_cells
            FROM rows GROUP BY tier, scope
        ), whole AS (
            SELECT abs(raw.operations - coalesce(tiers.operations, 0)) + abs(raw.operations - coalesce(tiers.in_cells, 0))
                + abs(coalesce(raw.tokens, 0) - coalesce(tiers.tokens, 0)) + abs(raw.errors - coalesce(tiers.errors, 0))
                + (coalesce(raw.cost_usd, 0) IS DISTINCT FROM coalesce(tiers.cost_usd, 0))::int AS gap
            FROM raw CROSS JOIN unnest(ARRAY[0, 6]) AS wanted (scope) LEFT JOIN tiers USING (tier, scope)
        ), sessions AS (
            SELECT abs(coalesce(o.operations, 0) - coalesce(s.operations, 0)) + abs(coalesce(o.tokens, 0) - coalesce(s.total_tokens, 0))
                + abs(coalesce(o.errors, 0) - coalesce(s.errors, 0)) + (coalesce(o.cost_usd, 0) IS DISTINCT FROM coalesce(s.cost_usd, 0))::int AS gap
            FROM (SELECT session_id, count(*) AS operations, sum(total_tokens) AS tokens, sum(cost_usd) AS cost_usd, count(*) FILTER (WHERE is_error) AS errors
                  FROM tidemark.operations WHERE mirror_of IS NULL GROUP BY session_id) o
            FULL JOIN tidemark.sessions s USING (session_id)
        ), payers AS (
            SELECT abs(coalesce(o.operations, 0) - coalesce(p.operations, 0)) + abs(coalesce(o.tokens, 0) - coalesce(p.tokens, 0))
                + abs(coalesce(o.errors, 0) - coalesce(p.errors, 0)) + (coalesce(o.cost_usd, 0) IS DISTINCT FROM coalesce(p.cost_usd, 0))::int AS gap
            FROM (SELECT t.tier, coalesce(o.user_id, '') AS user_id, coalesce(o.labels, '{}') AS labels, count(*) AS operations,
                      coalesce(sum(o.total_tokens), 0) AS tokens, sum(o.cost_usd) AS cost_usd, count(*) FILTER (WHERE o.is_error) AS errors
                  FROM (VALUES (300), (3600)) AS t (tier)
                  CROSS JOIN tidemark.operations o
                  WHERE o.mirror_of IS NULL AND (o.user_id IS NOT NULL OR o.labels IS NOT NULL)
                  GROUP BY 1, 2, 3) o
            FULL JOIN (SELECT t.tier, r.user_id, r.labels, sum(r.operations) AS operations, sum(r.input_tokens + r.output_tokens) AS tokens,
                sum(r.cost_usd) AS cost_usd,
                      sum(r.errors) AS errors
                  FROM (VALUES (300), (3600)) AS t (tier)
                  JOIN tidemark_store.paid_rollups r ON r.tier IN (t.tier, 0)
                  JOIN tidemark_store.series s ON s.number = r.series AND s.scope = 6
                  GROUP BY 1, 2, 3) p USING (tier, user_id, labels)
        ), budgets AS (
            SELECT (b.spent IS DISTINCT FROM coalesce(o.spent, 0))::int AS gap
            FROM tidemark.budget_status b
            CROSS JOIN LATERAL (
                SELECT CASE WHEN b.limit_usd IS NULL THEN sum(o.total_tokens) ELSE sum(o.cost_usd) END AS spent
                FROM tidemark.operations o
                WHERE o.mirror_of IS NULL AND o.started_at + o.duration_ms * interval '1 millisecond' >= b.period_start
                  AND CASE b.scope WHEN 'all' THEN 'all' WHEN 'user' THEN o.user_id WHEN 'label:team' THEN o.labels ->> 'team' WHEN 'agent'
                      THEN o.agent END = coalesce(b.value, 'all')) o
        ), coding AS (
            SELECT abs(coalesce(i.prompts, 0) - coalesce(c.prompts, 0))::bigint AS gap
            FROM (SELECT user_id, count(*) AS prompts FROM issued WHERE is_prompt AND acknowledged GROUP BY user_id) i
            FULL JOIN (SELECT user_id, sum(value) AS prompts FROM tidemark.coding_counts WHERE measure = 'prompts' GROUP BY user_id) c USING (user_id)
        )
        SELECT coalesce(sum(gap), 0)::bigint
        FROM (SELECT gap FROM whole UNION ALL SELECT gap FROM sessions UNION ALL SELECT gap FROM payers UNION ALL SELECT gap FROM budgets UNION ALL SELECT gap
            FROM coding) AS gaps
        """;

    private const string WrongEvents =
        """
        WITH expected AS (
            SELECT session_id, 1::bigint AS created, count(*) FILTER (WHERE is_error) AS failed, count(*) FILTER (WHERE is_slow) AS slow
            FROM issued JOIN stored USING (trace_id, span_id) GROUP BY session_id
        ), reported AS (
            SELECT session_id,
                count(*) FILTER (WHERE event_type = 'session_created') AS created,
                count(*) FILTER (WHERE event_type = 'operation_failed') AS failed,
                count(*) FILTER (WHERE event_type = 'operation_slow') AS slow
            FROM tidemark.session_events WHERE session_id <> '' AND data -> 'merged_into' IS NULL GROUP BY session_id
        ), repeated AS (
            SELECT FROM tidemark.session_events WHERE event_type = 'budget_threshold'
            GROUP BY data ->> 'budget', data ->> 'value', data ->> 'threshold', (occurred_at AT TIME ZONE 'UTC')::date HAVING count(*) > 1
        )
        SELECT (SELECT count(*) FROM repeated)
            + (SELECT count(*) FROM expected e FULL JOIN reported t USING (session_id) WHERE (e.created, e.failed, e.slow) IS DISTINCT
                FROM (t.created, t.failed, t.slow))
        """;

    private const string LedgerGap =
        """
        SELECT (count(*) FILTER (WHERE received <> stored + duplicate + rejected + ignored + waiting)
            + abs(coalesce(sum(stored), 0) - (SELECT count(*) FROM tidemark_store.operations) - (SELECT count(*) FROM tidemark_store.metric_points)))::bigint
        FROM tidemark.ledger
        """;

    public static async Task<OracleVerdict> RunAsync(NpgsqlDataSource database, OracleRecord record, CancellationToken cancellationToken)
    {
        await using var connection = await database.OpenConnectionAsync(cancellationToken);
        await using var snapshot = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, cancellationToken);
        await ExecuteAsync(Issued);
        await CopyAsync(connection, record, cancellationToken);
        await ExecuteAsync(Stored);
        await ExecuteAsync("ANALYZE issued, stored");
        return new OracleVerdict
        {
            Issued = record.Issued.Count,
            Acknowledged = record.Acknowledged,
            Replayed = record.Replayed,
            Refusal = record.Refusal,
            Lost = await CountAsync(Lost),
            Stuck = await CountAsync(Stuck),
            Invented = await CountAsync(Invented),
            Double = await CountAsync(Double),
            Changed = await CountAsync(Changed),
            ChangedExamples = await TextAsync(ChangedExamples),
            Drift = await CountAsync(Drift),
            WrongEvents = await CountAsync(WrongEvents),
            LedgerGap = await CountAsync(LedgerGap),
        };

        async Task ExecuteAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection);
            await command.ExecuteNonQueryAsync(cancellationToken);
        }

        async Task<string> TextAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            return (string)(await command.ExecuteScalarAsync(cancellationToken))!;
        }

        async Task<long> CountAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
            return Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken), CultureInfo.InvariantCulture);
        }
    }

    private static async Task CopyAsync(NpgsqlConnection connection, OracleRecord record, CancellationToken cancellationToken)
    {
        await using var copy = await connection.BeginBinaryImportAsync(CopyIssued, cancellationToken);
        foreach (var call in record.Issued)
        {
            await copy.StartRowAsync(cancellationToken);
            await copy.WriteAsync(call.TraceId, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(call.SpanId, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(record.IsAcknowledged(call), NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(call.Role.IsRow, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(call.Role.IsPrompt, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(call.MirrorOf, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(call.Session, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(call.User, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(call.Agent, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(call.Model, NpgsqlDbType.Text, cancellationToken);
            await copy.WriteAsync(DateTime.UnixEpoch.AddMicroseconds(call.StartMicros), NpgsqlDbType.TimestampTz, cancellationToken);
            await copy.WriteAsync((double)call.DurationMs, NpgsqlDbType.Double, cancellationToken);
            await copy.WriteAsync(call.Role.CountsUsage ? call.Input : (int?)null, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(call.Role.CountsUsage ? call.Output : (int?)null, NpgsqlDbType.Integer, cancellationToken);
            await copy.WriteAsync(call.IsFailed, NpgsqlDbType.Boolean, cancellationToken);
            await copy.WriteAsync(call.IsSlow, NpgsqlDbType.Boolean, cancellationToken);
        }

        await copy.CompleteAsync(cancellationToken);
    }
}
