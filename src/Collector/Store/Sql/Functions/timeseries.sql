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
    SELECT total.at, total.label, total.operations, total.errors, total.errors::float8 / total.operations, total.operations / covered.seconds,
        total.avg_ms, total.p50_ms, total.p95_ms, total.p99_ms, total.input_tokens, total.output_tokens, total.cache_read_tokens,
        total.cache_write_tokens, total.reasoning_tokens, total.input_tokens + total.output_tokens,
        CASE WHEN total.cost_usd > 0 OR total.unpriced = 0 THEN total.cost_usd END, total.unpriced, total.bytes, total.slow,
        total.ttft_us / nullif(total.ttft_count, 0) / 1000, total.cache_lookups, total.cache_hits, covered.seconds
    FROM tidemark_store.step_of("from", "to", step, tidemark_store.is_paid(group_by, users, labels)) used
    CROSS JOIN LATERAL tidemark_store.totals("from", "to", used.seconds, used.tier, group_by, services, environments, kinds, operation_names, providers,
        models, agents, workflows, tools, dependencies, users, labels, top) total
    -- The first and the last step may be only partly within the range, or the past.
    CROSS JOIN LATERAL (
        SELECT greatest(extract(epoch FROM least(total.at + make_interval(secs => used.seconds), tidemark_store.ceil_to("to", used.tier), now())
            - greatest(total.at, tidemark_store.floor_to("from", used.tier)))::float8, 10) AS seconds
    ) covered
    ORDER BY total.at, total.label
$$;
COMMENT ON FUNCTION tidemark.timeseries(timestamptz, timestamptz, interval, text, text[], text[], text[], text[], text[], text[], text[], text[], text[],
    text[], text[], text[], integer) IS
    'The measures of tidemark.stats per time step, ascending. The step is increased if it would give more than 500 points or is finer than the rollups '
    'kept; steps without operations have no row. seconds = the part of the step that is within the range and in the past, at least 10: the divisor of '
    'rates. By user or label, and filtered by them, the step is at least five minutes.';
