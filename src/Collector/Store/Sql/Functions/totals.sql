-- The result of stats and timeseries: the measures of each group, over the whole range (width NULL) or per time step. Rollups of the coarsest
-- tiers that the range allows, or of the tier asked for, and the deltas that are not merged into any yet.
CREATE OR REPLACE FUNCTION tidemark_store.totals(
    "from" timestamptz, "to" timestamptz, width double precision, used smallint, group_by text, services text[], environments text[], kinds text[],
    operation_names text[], providers text[], models text[], agents text[], workflows text[], tools text[], dependencies text[],
    users text[], labels text[], top integer)
RETURNS TABLE (
    at timestamptz, label text, operations bigint, errors bigint, slow bigint, avg_ms double precision,
    p50_ms double precision, p95_ms double precision, p99_ms double precision, input_tokens bigint, output_tokens bigint, cache_read_tokens bigint,
    cache_write_tokens bigint, reasoning_tokens bigint, cost_usd numeric, unpriced bigint, bytes bigint, ttft_us double precision, ttft_count bigint,
    cache_lookups bigint, cache_hits bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 100
AS $$
#variable_conflict use_column
DECLARE
    is_paid boolean := tidemark_store.is_paid($5, $16, $17);
BEGIN
    RETURN QUERY
    WITH pieces AS MATERIALIZED (
        SELECT $4 AS tier, tidemark_store.floor_to($1, $4) AS low, tidemark_store.ceil_to($2, $4) AS high WHERE $4 IS NOT NULL AND NOT is_paid
        UNION ALL
        SELECT s.tier, s.low, s.high FROM tidemark_store.slices($1, $2) s WHERE $4 IS NULL AND NOT is_paid
    ), waiting AS MATERIALIZED (
        SELECT * FROM tidemark_store.unmerged_rollups WHERE bucket >= (SELECT min(low) FROM pieces) AND bucket < (SELECT max(high) FROM pieces)
    ), picked AS MATERIALIZED (
        SELECT l.label, r.bucket, r.operations, r.errors, r.slow, r.duration_us, r.input_tokens, r.output_tokens, r.cache_read_tokens,
            r.cache_write_tokens, r.reasoning_tokens, r.cost_usd, r.unpriced, r.bytes, r.ttft_us, r.ttft_count, r.cache_lookups,
            r.cache_hits, r.cells
        FROM pieces p
        CROSS JOIN LATERAL tidemark_store.series_labels(p.tier, NULL, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) l
        CROSS JOIN LATERAL tidemark_store.rollups_of(l.number, p.tier, p.low, p.high) r
        UNION ALL
        SELECT l.label, w.bucket, w.operations, w.errors, w.slow, w.duration_us, w.input_tokens, w.output_tokens, w.cache_read_tokens,
            w.cache_write_tokens, w.reasoning_tokens, w.cost_usd, w.unpriced, w.bytes, w.ttft_us, w.ttft_count, w.cache_lookups,
            w.cache_hits, w.cells
        FROM tidemark_store.series_labels(0::smallint, (SELECT coalesce(array_agg(DISTINCT series), '{}') FROM waiting),
            CASE WHEN is_paid THEN 'none' ELSE $5 END,
            $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) l
        JOIN waiting w ON w.series = l.number
        UNION ALL
        SELECT m.* FROM tidemark_store.paid_measures($1, $2, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18) m WHERE is_paid
    ), placed AS MATERIALIZED (
        SELECT CASE WHEN $3 IS NULL THEN $1 ELSE tidemark_store.floor_to(p.bucket, $3) END AS at, p.* FROM picked p
    ), sums AS MATERIALIZED (
        SELECT at, label, count(*) AS rows, sum(operations)::bigint AS operations, sum(errors)::bigint AS errors, sum(slow)::bigint AS slow,
            sum(duration_us)::float8 AS duration_us,
            sum(input_tokens)::bigint AS input_tokens, sum(output_tokens)::bigint AS output_tokens, sum(cache_read_tokens)::bigint AS cache_read_tokens,
            sum(cache_write_tokens)::bigint AS cache_write_tokens, sum(reasoning_tokens)::bigint AS reasoning_tokens, sum(cost_usd) AS cost_usd,
            sum(unpriced)::bigint AS unpriced, sum(bytes)::bigint AS bytes, sum(ttft_us)::float8 AS ttft_us, sum(ttft_count)::bigint AS ttft_count,
            sum(cache_lookups)::bigint AS cache_lookups, sum(cache_hits)::bigint AS cache_hits
        FROM placed GROUP BY at, label
        HAVING sum(operations) <> 0
    ), histograms AS (
        -- Putting arrays one behind the other copies them at every step: the fastest way for a few rows, the slowest for many.
        SELECT p.at, p.label, tidemark_store.cells_cat(p.cells) AS cells
        FROM placed p JOIN sums s ON s.at = p.at AND s.label = p.label AND s.rows <= 40
        GROUP BY p.at, p.label
        UNION ALL
        SELECT added.at, added.label, array_agg(added.cell)
        FROM (
            SELECT p.at, p.label, (tidemark_store.cell_bucket(c) << 40) + sum(tidemark_store.cell_count(c))::bigint AS cell
            FROM placed p JOIN sums s ON s.at = p.at AND s.label = p.label AND s.rows > 40
            CROSS JOIN unnest(p.cells) AS c
            GROUP BY p.at, p.label, tidemark_store.cell_bucket(c)
        ) AS added
        GROUP BY added.at, added.label
    )
    SELECT s.at, s.label, s.operations, s.errors, s.slow, s.duration_us / nullif(p.timed, 0) / 1000, p.p50_ms, p.p95_ms, p.p99_ms, s.input_tokens,
        s.output_tokens, s.cache_read_tokens,
        s.cache_write_tokens, s.reasoning_tokens, s.cost_usd, s.unpriced, s.bytes, s.ttft_us, s.ttft_count, s.cache_lookups, s.cache_hits
    FROM sums s
    -- Operations without a known duration are in no histogram.
    LEFT JOIN histograms h ON h.at = s.at AND h.label = s.label
    CROSS JOIN LATERAL tidemark_store.percentiles(h.cells) p;
END $$;
COMMENT ON FUNCTION tidemark_store.totals(timestamptz, timestamptz, double precision, smallint, text, text[], text[], text[], text[], text[], text[], text[],
    text[], text[], text[], text[], text[], integer) IS
    'The measures of each value of a dimension, over a range or per step of it, right up to the last acknowledged operation.';
