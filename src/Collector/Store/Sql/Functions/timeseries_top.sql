-- Few enough lines to distinguish: the busiest labels, and the sum of the rest, whose percentiles are unknown as percentiles are not additive.
CREATE OR REPLACE FUNCTION tidemark.timeseries_top(
    "from" timestamptz, "to" timestamptz, step interval, group_by text, measure text DEFAULT 'operations', top integer DEFAULT 8,
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, kinds text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS TABLE (
    "time" timestamptz, label text, operations bigint, errors bigint, error_ratio double precision, operations_per_second double precision,
    avg_ms double precision, p50_ms double precision, p95_ms double precision, p99_ms double precision, total_tokens bigint, cost_usd numeric,
    avg_ttft_ms double precision, cache_lookups bigint, cache_hits bigint, seconds double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH steps AS MATERIALIZED (
        SELECT * FROM tidemark.timeseries($1, $2, $3, $4, services => $7, environments => $8, kinds => $9, providers => $10, models => $11, agents => $12,
            users => $13, labels => $14)
    ), places AS (
        SELECT s.label, row_number() OVER (ORDER BY s.label = '__other__',
            CASE $5 WHEN 'cost_usd' THEN sum(s.cost_usd) WHEN 'total_tokens' THEN sum(s.total_tokens) WHEN 'errors' THEN sum(s.errors)
                ELSE sum(s.operations) END DESC NULLS LAST, s.label) AS place
        FROM steps s
        GROUP BY s.label
    ), shown AS MATERIALIZED (
        SELECT s."time", n.label, sum(s.operations)::bigint AS operations, sum(s.errors)::bigint AS errors,
        sum(s.errors)::float8 / sum(s.operations)::float8 AS error_ratio, sum(s.operations)::float8 / min(s.seconds) AS operations_per_second,
        sum(s.avg_ms * s.operations) / (sum(s.operations) FILTER (WHERE s.avg_ms IS NOT NULL))::float8 AS avg_ms,
        CASE WHEN count(*) = 1 THEN min(s.p50_ms) END AS p50_ms, CASE WHEN count(*) = 1 THEN min(s.p95_ms) END AS p95_ms,
        CASE WHEN count(*) = 1 THEN min(s.p99_ms) END AS p99_ms,
        sum(s.total_tokens)::bigint AS total_tokens, sum(s.cost_usd) AS cost_usd, CASE WHEN count(*) = 1 THEN min(s.avg_ttft_ms) END AS avg_ttft_ms,
        sum(s.cache_lookups)::bigint AS cache_lookups, sum(s.cache_hits)::bigint AS cache_hits, min(s.seconds) AS seconds
    FROM steps s
    JOIN places p ON p.label = s.label
    CROSS JOIN LATERAL (SELECT CASE WHEN p.place <= $6 AND s.label <> '__other__' THEN s.label ELSE 'other' END AS label) n
    GROUP BY s."time", n.label
    ), gaps AS (
        SELECT s."time" + make_interval(secs => w.seconds) AS "time", s.label
        FROM (SELECT "time", label, lead("time") OVER (PARTITION BY label ORDER BY "time") AS next FROM shown) s
        CROSS JOIN tidemark_store.step_of($1, $2, $3, tidemark_store.is_paid($4, $13, $14)) w
        WHERE s.next > s."time" + make_interval(secs => w.seconds * 2.5)
    )
    SELECT * FROM shown
    UNION ALL
    SELECT g."time", g.label, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM gaps g
    ORDER BY 1, 2
$$;
COMMENT ON FUNCTION tidemark.timeseries_top(timestamptz, timestamptz, interval, text, text, integer, text[], text[], text[], text[], text[], text[], text[],
    text[]) IS
    'tidemark.timeseries for the labels with the most operations (or errors, total_tokens, cost_usd) in the range, eight by default; all others are summed '
    'as ''other'', without percentiles. A row of NULLs marks a gap of more than two steps in a label, so that its line is interrupted.';
