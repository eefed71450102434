CREATE OR REPLACE FUNCTION tidemark.stats(
    "from" timestamptz, "to" timestamptz, group_by text DEFAULT 'none',
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, kinds text[] DEFAULT NULL, operation_names text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, workflows text[] DEFAULT NULL,
    tools text[] DEFAULT NULL, dependencies text[] DEFAULT NULL)
RETURNS TABLE (
    label text, operations bigint, errors bigint, error_ratio double precision, operations_per_second double precision,
    avg_ms double precision, p50_ms double precision, p95_ms double precision, p99_ms double precision,
    input_tokens bigint, output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint, reasoning_tokens bigint,
    total_tokens bigint, cost_usd numeric, unpriced bigint, bytes bigint, slow bigint, avg_ttft_ms double precision,
    cache_lookups bigint, cache_hits bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH picked AS MATERIALIZED (
        SELECT l.label, r.*
        FROM tidemark_store.slices($1, $2) s
        CROSS JOIN LATERAL tidemark_store.series_labels(s.tier, s.low, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) l
        CROSS JOIN LATERAL tidemark_store.rollups_of(l.number, s.tier, s.low, s.high) r
    ), sums AS (
        SELECT label,
            sum(operations)::bigint AS n, sum(errors)::bigint AS errors, sum(slow)::bigint AS slow,
            sum(duration_us)::float8 AS us, min(duration_min_us) / 1000.0 AS min_ms, max(duration_max_us) / 1000.0 AS max_ms,
            sum(input_tokens)::bigint AS input, sum(output_tokens)::bigint AS output, sum(cache_read_tokens)::bigint AS cache_read,
            sum(cache_write_tokens)::bigint AS cache_write, sum(reasoning_tokens)::bigint AS reasoning, sum(cost_usd) AS cost,
            sum(unpriced)::bigint AS unpriced, sum(bytes)::bigint AS bytes, sum(ttft_us)::float8 AS ttft_us,
            sum(ttft_count)::bigint AS ttft_count, sum(cache_lookups)::bigint AS lookups, sum(cache_hits)::bigint AS hits
        FROM picked GROUP BY label
    ), merged AS (
        -- Many rows make few groups here: they are added up before they are put in order.
        SELECT label, array_agg(cell) AS cells
        FROM (SELECT label, (c >> 40 << 40) + sum(c & 1099511627775)::bigint AS cell FROM picked, unnest(cells) AS c GROUP BY label, c >> 40) one
        GROUP BY label
    )
    SELECT s.label, s.n, s.errors, s.errors::float8 / s.n, s.n / nullif(extract(epoch FROM $2 - $1)::float8, 0), s.us / s.n / 1000,
        tidemark_store.clamp_ms(p.p50, s.min_ms, s.max_ms), tidemark_store.clamp_ms(p.p95, s.min_ms, s.max_ms),
        tidemark_store.clamp_ms(p.p99, s.min_ms, s.max_ms),
        s.input, s.output, s.cache_read, s.cache_write, s.reasoning, s.input + s.output, s.cost, s.unpriced, s.bytes, s.slow,
        s.ttft_us / nullif(s.ttft_count, 0) / 1000, s.lookups, s.hits
    FROM sums s JOIN merged m ON m.label = s.label CROSS JOIN LATERAL tidemark_store.percentiles(m.cells, s.n) p
    ORDER BY s.n DESC, s.label;
END $$;
COMMENT ON FUNCTION tidemark.stats(timestamptz, timestamptz, text, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[]) IS
    'One row per value of a dimension over any range (exact to ten seconds), busiest first. Array filters: NULL, empty or only '''' = no filter. avg_ttft_ms = mean time to first token.';
