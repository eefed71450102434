-- The previous period is returned only if the first data is older: a period with data in only part of it would show growth.
CREATE OR REPLACE FUNCTION tidemark.compared_totals(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS TABLE (
    period text, operations double precision, errors double precision, sessions_begun double precision, calls double precision,
    failed_calls double precision, tokens double precision, cached_input double precision, model_p95_ms double precision,
    first_token_ms double precision, cost_usd double precision, unpriced double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH earlier AS MATERIALIZED (
        SELECT $1 - (least($2, now()) - $1) AS low
    ), known AS MATERIALIZED (
        SELECT coalesce(least(
            (SELECT min(r.bucket) + make_interval(secs => t.tier)
                FROM tidemark_store.series s JOIN tidemark_store.rollups r ON r.series = s.number
                WHERE s.scope = {scope.all} AND r.tier = t.tier),
            (SELECT min(d.bucket) + interval '10 seconds' FROM tidemark_store.unmerged_rollups d)) <= e.low, false) AS is_known
        FROM earlier e
        CROSS JOIN LATERAL (SELECT tidemark_store.finest_tier(e.low) AS tier) t
    ), periods AS (
        SELECT 'before' AS period, e.low, $1 AS high FROM earlier e
        UNION ALL
        SELECT 'now', $1, $2
    ), kinds AS MATERIALIZED (
        SELECT p.period, k.*, k.label IN ('inference', 'embedding') AS is_call
        FROM periods p
        CROSS JOIN LATERAL tidemark.stats(p.low, p.high, 'kind', services => $3, environments => $4, providers => $5, models => $6, agents => $7, users => $8,
            labels => $9) k
    ), sums AS MATERIALIZED (
        SELECT p.period, coalesce(sum(k.operations), 0)::float8 AS operations, coalesce(sum(k.errors), 0)::float8 AS errors,
            (SELECT count(*) FROM tidemark.sessions_in(p.low, p.high, $3, $4, $5, $6, $7, $8, $9) s
                WHERE s.started_at >= p.low AND (s.started_at < p.high OR p.period = 'now'))::float8 AS sessions_begun,
            coalesce(sum(k.operations) FILTER (WHERE k.is_call), 0)::float8 AS calls,
            (sum(k.errors) FILTER (WHERE k.is_call))::float8 / nullif(sum(k.operations) FILTER (WHERE k.is_call), 0)::float8 AS failed_calls,
            coalesce(sum(k.total_tokens) FILTER (WHERE k.is_call), 0)::float8 AS tokens,
            (sum(k.cache_read_tokens) FILTER (WHERE k.is_call))::float8 / nullif(sum(k.input_tokens) FILTER (WHERE k.is_call), 0)::float8 AS cached_input,
            max(k.p95_ms) FILTER (WHERE k.label = 'inference') AS model_p95_ms,
            max(k.avg_ttft_ms) FILTER (WHERE k.label = 'inference') AS first_token_ms,
            CASE WHEN sum(k.cost_usd) > 0 OR sum(k.unpriced) = 0 THEN sum(k.cost_usd)::float8 END AS cost_usd,
            coalesce(sum(k.unpriced) FILTER (WHERE k.is_call), 0)::float8 AS unpriced
        FROM periods p
        LEFT JOIN kinds k ON k.period = p.period
        GROUP BY p.period, p.low, p.high
    )
    SELECT b.period, c.operations, c.errors, c.sessions_begun, c.calls, c.failed_calls, c.tokens, c.cached_input, c.model_p95_ms,
        c.first_token_ms, c.cost_usd, c.unpriced
    FROM sums b
    CROSS JOIN known e
    JOIN sums n ON n.period = 'now'
    CROSS JOIN LATERAL (
        SELECT tidemark_store.comparable(b.operations, n.operations, e.is_known) AS operations,
            tidemark_store.comparable(b.errors, n.errors, e.is_known) AS errors,
            tidemark_store.comparable(b.sessions_begun, n.sessions_begun, e.is_known) AS sessions_begun,
            tidemark_store.comparable(b.calls, n.calls, e.is_known) AS calls,
            tidemark_store.comparable(b.failed_calls, n.failed_calls, e.is_known) AS failed_calls,
            tidemark_store.comparable(b.tokens, n.tokens, e.is_known) AS tokens,
            tidemark_store.comparable(b.cached_input, n.cached_input, e.is_known) AS cached_input,
            tidemark_store.comparable(b.model_p95_ms, n.model_p95_ms, e.is_known) AS model_p95_ms,
            tidemark_store.comparable(b.first_token_ms, n.first_token_ms, e.is_known) AS first_token_ms,
            tidemark_store.comparable(b.cost_usd, n.cost_usd, e.is_known) AS cost_usd,
            tidemark_store.comparable(b.unpriced, n.unpriced, e.is_known) AS unpriced
    ) c
    WHERE b.period = 'before'
    UNION ALL
    SELECT n.period, n.operations, n.errors, n.sessions_begun, n.calls, n.failed_calls, n.tokens, n.cached_input, n.model_p95_ms,
        n.first_token_ms, n.cost_usd, n.unpriced
    FROM sums n
    WHERE n.period = 'now'
    ORDER BY period
$$;
COMMENT ON FUNCTION tidemark.compared_totals(timestamptz, timestamptz, text[], text[], text[], text[], text[], text[], text[]) IS
    'Two rows: the totals of a range (now), preceded by those of the same length of time before it (before). Infinity in the row before: not comparable, '
    'because data does not reach back that far, or there was none. calls, failed_calls, tokens and cached_input = of inference and embedding; model_p95_ms '
    'and first_token_ms = of inference. Array filters as in tidemark.stats.';
