CREATE OR REPLACE FUNCTION tidemark.timeseries(
    "from" timestamptz, "to" timestamptz, step interval, group_by text DEFAULT 'none',
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, kinds text[] DEFAULT NULL, operation_names text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, workflows text[] DEFAULT NULL,
    tools text[] DEFAULT NULL, dependencies text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL, top integer DEFAULT 50)
RETURNS TABLE (
    "time" timestamptz, label text, operations bigint, errors bigint, error_ratio double precision, operations_per_second double precision,
    avg_ms double precision, p50_ms double precision, p95_ms double precision, p99_ms double precision,
    input_tokens bigint, output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint, reasoning_tokens bigint,
    total_tokens bigint, cost_usd numeric, unpriced bigint, bytes bigint, slow bigint, avg_ttft_ms double precision,
    cache_lookups bigint, cache_hits bigint, seconds double precision)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT t.at, t.label, t.operations, t.errors, t.errors::float8 / t.operations, t.operations / c.seconds,
        t.avg_ms, t.p50_ms, t.p95_ms, t.p99_ms,
        t.input_tokens, t.output_tokens, t.cache_read_tokens, t.cache_write_tokens, t.reasoning_tokens, t.input_tokens + t.output_tokens,
        CASE WHEN t.cost_usd > 0 OR t.unpriced = 0 THEN t.cost_usd END, t.unpriced, t.bytes, t.slow, t.ttft_us / nullif(t.ttft_count, 0) / 1000,
        t.cache_lookups, t.cache_hits, c.seconds
    FROM tidemark_store.step_of($1, $2, CASE WHEN tidemark_store.is_paid($4, $15, $16) THEN greatest($3, interval '5 minutes') ELSE $3 END) o
    CROSS JOIN LATERAL tidemark_store.totals($1, $2, o.seconds, o.tier, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) t
    -- The first and the last step may lie in the range, or in the past, only in part.
    CROSS JOIN LATERAL (
        SELECT greatest(extract(epoch FROM least(t.at + make_interval(secs => o.seconds), tidemark_store.ceil_to($2, o.tier), now())
            - greatest(t.at, tidemark_store.floor_to($1, o.tier)))::float8, 10) AS seconds
    ) c
    ORDER BY t.at, t.label
$$;
COMMENT ON FUNCTION tidemark.timeseries(timestamptz, timestamptz, interval, text, text[], text[], text[], text[], text[], text[], text[], text[], text[],
    text[], text[], text[], integer) IS
    'The measures of tidemark.stats per time step, ascending. The step is raised where it is finer than 500 points or than the rollups kept; steps without '
    'operations give no row. seconds = how much of the step lies in the range and in the past, at least 10: what rates are divided by. By user or label, and '
    'filtered by them, the step is at least five minutes.';
