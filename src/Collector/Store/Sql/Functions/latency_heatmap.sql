-- Histogram buckets of half a doubling, as fine as a heatmap can show. Empty buckets between the lowest and the highest one are returned
-- once, as zero, so that the rows of a heatmap are evenly spaced.
CREATE OR REPLACE FUNCTION tidemark.latency_heatmap(
    "from" timestamptz, "to" timestamptz, step interval,
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, kinds text[] DEFAULT NULL, operation_names text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, workflows text[] DEFAULT NULL,
    tools text[] DEFAULT NULL, dependencies text[] DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, bucket double precision, operations bigint)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    WITH used AS MATERIALIZED (
        SELECT chosen.seconds, chosen.tier, tidemark_store.floor_to("from", chosen.tier) AS low, tidemark_store.ceil_to("to", chosen.tier) AS high
        FROM tidemark_store.step_of("from", "to", step, false) chosen
    ), unmerged AS MATERIALIZED (
        SELECT * FROM tidemark_store.unmerged_rollups WHERE bucket >= (SELECT low FROM used) AND bucket < (SELECT high FROM used)
    ), histograms AS (
        SELECT rollup.bucket, rollup.cells
        FROM used
        CROSS JOIN LATERAL tidemark_store.series_labels(used.tier, NULL, 'none', services, environments, kinds, operation_names, providers, models,
            agents, workflows, tools, dependencies) series
        CROSS JOIN LATERAL tidemark_store.rollups_of(series.number, used.tier, used.low, used.high) rollup
        UNION ALL
        SELECT delta.bucket, delta.cells
        FROM tidemark_store.series_labels(0::smallint, (SELECT coalesce(array_agg(DISTINCT series), '{}') FROM unmerged), 'none', services, environments, kinds,
            operation_names, providers, models, agents, workflows, tools, dependencies) series
        JOIN unmerged delta ON delta.series = series.number
    ), counted AS MATERIALIZED (
        SELECT tidemark_store.floor_to(histogram.bucket, used.seconds) AS at, tidemark_store.cell_bucket(cell) >> 4 AS half,
            sum(tidemark_store.cell_count(cell))::bigint AS operations
        FROM used CROSS JOIN histograms AS histogram CROSS JOIN unnest(histogram.cells) AS cell
        GROUP BY 1, 2
    ), bounds AS (
        SELECT min(at) AS at, min(half) AS low, max(half) AS high FROM counted
    )
    SELECT counted.at, power(2::float8, (counted.half + 1) / 2.0::float8) / 1000000, sum(counted.operations)::bigint
    FROM (
        SELECT at, half, operations FROM counted
        UNION ALL
        SELECT bounds.at, half, 0 FROM bounds CROSS JOIN generate_series(bounds.low, bounds.high) AS half
    ) AS counted
    GROUP BY counted.at, counted.half
    ORDER BY counted.at, counted.half
$$;
COMMENT ON FUNCTION tidemark.latency_heatmap(timestamptz, timestamptz, interval, text[], text[], text[], text[], text[], text[], text[], text[], text[],
    text[]) IS
    'Operations per time step and duration; bucket = upper bound in seconds. Array filters and step as in tidemark.timeseries.';
