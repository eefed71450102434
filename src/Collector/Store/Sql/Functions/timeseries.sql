CREATE OR REPLACE FUNCTION tidemark.timeseries(
    "from" timestamptz, "to" timestamptz, step interval, group_by text DEFAULT 'none',
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, kinds text[] DEFAULT NULL, operation_names text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, workflows text[] DEFAULT NULL,
    tools text[] DEFAULT NULL, dependencies text[] DEFAULT NULL)
RETURNS TABLE (
    "time" timestamptz, label text, operations bigint, errors bigint, error_ratio double precision, operations_per_second double precision,
    avg_ms double precision, p50_ms double precision, p95_ms double precision, p99_ms double precision,
    input_tokens bigint, output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint, reasoning_tokens bigint,
    total_tokens bigint, cost_usd numeric, unpriced bigint, bytes bigint, slow bigint, avg_ttft_ms double precision,
    cache_lookups bigint, cache_hits bigint, seconds double precision)
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
#variable_conflict use_column
DECLARE
    width double precision;
    used smallint;
BEGIN
    SELECT seconds, tier INTO width, used FROM tidemark_store.step_of($1, $2, $3);
    RETURN QUERY
    WITH picked AS (
        SELECT tidemark_store.floor_to(r.bucket, width) AS at, l.label, r.*
        FROM tidemark_store.series_labels(used, tidemark_store.floor_to($1, used), $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14) l
        CROSS JOIN LATERAL tidemark_store.rollups_of(l.number, used, tidemark_store.floor_to($1, used), $2) r
    ), sums AS (
        SELECT at, label,
            sum(operations)::bigint AS n, sum(errors)::bigint AS errors, sum(slow)::bigint AS slow,
            sum(duration_us)::float8 AS us, min(duration_min_us) / 1000.0 AS min_ms, max(duration_max_us) / 1000.0 AS max_ms,
            sum(input_tokens)::bigint AS input, sum(output_tokens)::bigint AS output, sum(cache_read_tokens)::bigint AS cache_read,
            sum(cache_write_tokens)::bigint AS cache_write, sum(reasoning_tokens)::bigint AS reasoning, sum(cost_usd) AS cost,
            sum(unpriced)::bigint AS unpriced, sum(bytes)::bigint AS bytes, sum(ttft_us)::float8 AS ttft_us,
            sum(ttft_count)::bigint AS ttft_count, sum(cache_lookups)::bigint AS lookups, sum(cache_hits)::bigint AS hits,
            tidemark_store.cells_cat(cells) AS cells
        FROM picked GROUP BY at, label
    )
    SELECT s.at, s.label, s.n, s.errors, s.errors::float8 / s.n, s.n / width, s.us / s.n / 1000,
        tidemark_store.clamp_ms(p.p50, s.min_ms, s.max_ms), tidemark_store.clamp_ms(p.p95, s.min_ms, s.max_ms),
        tidemark_store.clamp_ms(p.p99, s.min_ms, s.max_ms),
        s.input, s.output, s.cache_read, s.cache_write, s.reasoning, s.input + s.output, s.cost, s.unpriced, s.bytes, s.slow,
        s.ttft_us / nullif(s.ttft_count, 0) / 1000, s.lookups, s.hits, width
    FROM sums s CROSS JOIN LATERAL tidemark_store.percentiles(s.cells, s.n) p
    ORDER BY s.at, s.label;
END $$;
COMMENT ON FUNCTION tidemark.timeseries(timestamptz, timestamptz, interval, text, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[]) IS
    'The measures of tidemark.stats per time step, ascending. The step is raised where it is finer than 500 points or than the rollups kept; steps without operations give no row. seconds = length of the step used.';
