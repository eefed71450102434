-- The result of stats and timeseries: the measures of each group, over the whole range (width NULL) or per time step. Reads rollups of the coarsest
-- tiers that the range allows, or of the given tier, and the deltas that are not merged yet.
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
    is_paid boolean := tidemark_store.is_paid(group_by, users, labels);
BEGIN
    RETURN QUERY
    WITH ranges AS MATERIALIZED (
        SELECT used AS tier, tidemark_store.floor_to("from", used) AS low, tidemark_store.ceil_to("to", used) AS high WHERE used IS NOT NULL AND NOT is_paid
        UNION ALL
        SELECT slice.tier, slice.low, slice.high FROM tidemark_store.slices("from", "to") slice WHERE used IS NULL AND NOT is_paid
    ), unmerged AS MATERIALIZED (
        SELECT * FROM tidemark_store.unmerged_rollups WHERE bucket >= (SELECT min(low) FROM ranges) AND bucket < (SELECT max(high) FROM ranges)
    ), measures AS MATERIALIZED (
        SELECT series.label, rollup.bucket, rollup.operations, rollup.errors, rollup.slow, rollup.duration_us, rollup.input_tokens,
            rollup.output_tokens, rollup.cache_read_tokens, rollup.cache_write_tokens, rollup.reasoning_tokens, rollup.cost_usd, rollup.unpriced,
            rollup.bytes, rollup.ttft_us, rollup.ttft_count, rollup.cache_lookups, rollup.cache_hits, rollup.cells
        FROM ranges AS slice
        CROSS JOIN LATERAL tidemark_store.series_labels(slice.tier, NULL, group_by, services, environments, kinds, operation_names, providers, models,
            agents, workflows, tools, dependencies) series
        CROSS JOIN LATERAL tidemark_store.rollups_of(series.number, slice.tier, slice.low, slice.high) rollup
        UNION ALL
        SELECT series.label, delta.bucket, delta.operations, delta.errors, delta.slow, delta.duration_us, delta.input_tokens, delta.output_tokens,
            delta.cache_read_tokens, delta.cache_write_tokens, delta.reasoning_tokens, delta.cost_usd, delta.unpriced, delta.bytes, delta.ttft_us,
            delta.ttft_count, delta.cache_lookups, delta.cache_hits, delta.cells
        FROM tidemark_store.series_labels(0::smallint, (SELECT coalesce(array_agg(DISTINCT series), '{}') FROM unmerged),
            CASE WHEN is_paid THEN 'none' ELSE group_by END, services, environments, kinds, operation_names, providers, models, agents, workflows, tools,
            dependencies) series
        JOIN unmerged delta ON delta.series = series.number
        UNION ALL
        SELECT paid.*
        FROM tidemark_store.paid_measures("from", "to", used, group_by, services, environments, kinds, operation_names, providers, models, agents, workflows,
            tools, dependencies, users, labels, top) paid
        WHERE is_paid
    ), steps AS MATERIALIZED (
        SELECT CASE WHEN width IS NULL THEN "from" ELSE tidemark_store.floor_to(measure.bucket, width) END AS at, measure.* FROM measures AS measure
    ), sums AS MATERIALIZED (
        SELECT at, label, count(*) AS rows, sum(operations)::bigint AS operations, sum(errors)::bigint AS errors, sum(slow)::bigint AS slow,
            sum(duration_us)::float8 AS duration_us, sum(input_tokens)::bigint AS input_tokens, sum(output_tokens)::bigint AS output_tokens,
            sum(cache_read_tokens)::bigint AS cache_read_tokens, sum(cache_write_tokens)::bigint AS cache_write_tokens,
            sum(reasoning_tokens)::bigint AS reasoning_tokens, sum(cost_usd) AS cost_usd, sum(unpriced)::bigint AS unpriced, sum(bytes)::bigint AS bytes,
            sum(ttft_us)::float8 AS ttft_us, sum(ttft_count)::bigint AS ttft_count, sum(cache_lookups)::bigint AS cache_lookups,
            sum(cache_hits)::bigint AS cache_hits
        FROM steps GROUP BY at, label
        HAVING sum(operations) <> 0
    ), histograms AS (
        -- Concatenating arrays copies them at every step: fastest for a few rows, slowest for many.
        SELECT step.at, step.label, tidemark_store.cells_cat(step.cells) AS cells
        FROM steps AS step JOIN sums AS total ON total.at = step.at AND total.label = step.label AND total.rows <= 40
        GROUP BY step.at, step.label
        UNION ALL
        SELECT added.at, added.label, array_agg(added.cell)
        FROM (
            SELECT step.at, step.label, (tidemark_store.cell_bucket(cell) << 40) + sum(tidemark_store.cell_count(cell))::bigint AS cell
            FROM steps AS step JOIN sums AS total ON total.at = step.at AND total.label = step.label AND total.rows > 40
            CROSS JOIN unnest(step.cells) AS cell
            GROUP BY step.at, step.label, tidemark_store.cell_bucket(cell)
        ) AS added
        GROUP BY added.at, added.label
    )
    SELECT total.at, total.label, total.operations, total.errors, total.slow, total.duration_us / nullif(percentile.timed, 0) / 1000,
        percentile.p50_ms, percentile.p95_ms, percentile.p99_ms, total.input_tokens, total.output_tokens, total.cache_read_tokens,
        total.cache_write_tokens, total.reasoning_tokens, total.cost_usd, total.unpriced, total.bytes, total.ttft_us, total.ttft_count,
        total.cache_lookups, total.cache_hits
    FROM sums AS total
    -- Operations without a known duration are not in the histogram.
    LEFT JOIN histograms AS histogram ON histogram.at = total.at AND histogram.label = total.label
    CROSS JOIN LATERAL tidemark_store.percentiles(histogram.cells) percentile;
END $$;
COMMENT ON FUNCTION tidemark_store.totals(timestamptz, timestamptz, double precision, smallint, text, text[], text[], text[], text[], text[], text[], text[],
    text[], text[], text[], text[], text[], integer) IS
    'The measures of each value of a dimension, over a range or per step of it, up to the last acknowledged operation.';
