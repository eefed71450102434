-- Compares an hour with the same hour of other days, so that nights and lunch breaks are compared with each other.
CREATE OR REPLACE FUNCTION tidemark.baselines("at" timestamptz)
RETURNS TABLE (
    service text, days bigint, operations bigint, errors bigint, error_ratio double precision, usual_error_ratio double precision,
    cost_usd numeric, usual_cost_usd numeric, calls bigint, p95_ms double precision, usual_p95_ms double precision,
    sessions bigint, tokens_per_session double precision, usual_tokens_per_session double precision)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
AS $$
    WITH hours AS MATERIALIZED (
        -- Of past days only rollups of five minutes are kept: hours that begin between them would be compared with longer ones.
        SELECT day, hour.high - interval '1 hour' AS low, hour.high
        FROM generate_series(0, 7) AS day
        CROSS JOIN LATERAL (SELECT tidemark_store.floor_to($1, {tier.five_minutes}) - make_interval(hours => 24 * day) AS high) AS hour
    ), totals AS MATERIALIZED (
        SELECT h.day, s.label, s.operations, s.errors, s.cost_usd
        FROM hours h
        CROSS JOIN LATERAL tidemark.stats(h.low, h.high, 'service', top => 1000) s
    ), answers AS MATERIALIZED (
        SELECT h.day, s.label, s.operations, s.p95_ms
        FROM hours h
        CROSS JOIN LATERAL tidemark.stats(h.low, h.high, 'service', kinds => ARRAY['inference'], top => 1000) s
    ), active AS MATERIALIZED (
        SELECT s.day, s.label, count(*) AS sessions, sum(s.tokens) AS tokens
        FROM (
            SELECT h.day, s.service AS label, s.input_tokens + s.output_tokens AS tokens
            FROM hours h
            JOIN tidemark_store.sessions s ON s.closed_at >= h.low AND s.closed_at < h.high
            UNION ALL
            SELECT h.day, s.service, s.input_tokens + s.output_tokens
            FROM hours h
            JOIN tidemark_store.sessions s ON s.status < {status.ended} AND s.last_seen_at >= h.low AND s.last_seen_at < h.high
            WHERE h.day = 0
        ) s
        GROUP BY s.day, s.label
    )
    SELECT n.label, b.days, n.operations, n.errors, n.errors::float8 / n.operations, b.error_ratio, n.cost_usd, b.cost_usd,
        coalesce(a.operations, 0), a.p95_ms, c.p95_ms, coalesce(s.sessions, 0), s.tokens::float8 / s.sessions, t.tokens
    FROM totals n
    CROSS JOIN LATERAL (
        SELECT count(*) AS days, sum(o.errors)::float8 / nullif(sum(o.operations), 0)::float8 AS error_ratio, avg(o.cost_usd) AS cost_usd
        FROM totals o WHERE o.day > 0 AND o.label = n.label
    ) b
    CROSS JOIN LATERAL (
        SELECT percentile_cont(0.5) WITHIN GROUP (ORDER BY o.p95_ms) AS p95_ms FROM answers o WHERE o.day > 0 AND o.label = n.label
    ) c
    CROSS JOIN LATERAL (
        SELECT sum(o.tokens)::float8 / nullif(sum(o.sessions), 0)::float8 AS tokens FROM active o WHERE o.day > 0 AND o.label = n.label
    ) t
    LEFT JOIN answers a ON a.day = 0 AND a.label = n.label
    LEFT JOIN active s ON s.day = 0 AND s.label = n.label
    WHERE n.day = 0
$$;
COMMENT ON FUNCTION tidemark.baselines(timestamptz) IS
    'Compares the last hour before a time (rounded down to five minutes) with the same hour of the seven days before, one row per service. days: number '
    'of those with operations. usual_cost_usd: their mean; usual_error_ratio: over all of them; usual_p95_ms: median of their 95th percentiles of '
    'inference durations; tokens_per_session: mean over the sessions last active in the hour, with all their tokens.';
