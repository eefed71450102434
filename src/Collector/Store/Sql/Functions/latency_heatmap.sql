-- Histogram buckets of half a doubling: as fine as a heatmap can show. Bounds between the lowest and the highest one that
-- nothing fell into are told once, as zero, so that the rows of a heatmap stay evenly spaced.
CREATE OR REPLACE FUNCTION tidemark.latency_heatmap(
    "from" timestamptz, "to" timestamptz, step interval,
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, kinds text[] DEFAULT NULL, operation_names text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, workflows text[] DEFAULT NULL,
    tools text[] DEFAULT NULL, dependencies text[] DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, bucket double precision, operations bigint)
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
#variable_conflict use_column
DECLARE
    width double precision;
    used smallint;
BEGIN
    SELECT seconds, tier INTO width, used FROM tidemark_store.step_of($1, $2, $3);
    RETURN QUERY
    WITH counted AS MATERIALIZED (
        SELECT tidemark_store.floor_to(r.bucket, width) AS at, c >> 44 AS half, sum(c & 1099511627775)::bigint AS n
        FROM tidemark_store.series_labels(used, tidemark_store.floor_to($1, used), 'none', $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) l
        CROSS JOIN LATERAL tidemark_store.rollups_of(l.number, used, tidemark_store.floor_to($1, used), $2) r
        CROSS JOIN unnest(r.cells) AS c
        GROUP BY 1, 2
    ), bounds AS (
        SELECT min(at) AS at, min(half) AS low, max(half) AS high FROM counted
    )
    SELECT x.at, power(2::float8, (x.half + 1) / 2.0::float8) / 1000000, sum(x.n)::bigint
    FROM (SELECT at, half, n FROM counted UNION ALL SELECT b.at, half, 0 FROM bounds b, generate_series(b.low, b.high) AS half) x
    GROUP BY x.at, x.half
    ORDER BY x.at, x.half;
END $$;
COMMENT ON FUNCTION tidemark.latency_heatmap(timestamptz, timestamptz, interval, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[]) IS
    'Operations per time step and duration; bucket = upper bound in seconds. Array filters and step as in tidemark.timeseries.';
