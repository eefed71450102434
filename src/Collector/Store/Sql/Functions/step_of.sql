-- A step finer than a panel can show only adds cost: at most 500 points, and whole rollup buckets, of the coarsest
-- tier that still gives 120 points.
CREATE OR REPLACE FUNCTION tidemark_store.step_of("from" timestamptz, "to" timestamptz, step interval)
RETURNS TABLE (seconds double precision, tier smallint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
    WITH wanted AS (
        SELECT greatest(extract(epoch FROM step)::float8, extract(epoch FROM "to" - "from")::float8 / 500, 10) AS s
    ), kept AS (
        SELECT greatest(
            CASE WHEN s > 1800 OR "to" - "from" >= interval '120 hours' THEN 3600 WHEN s > 60 OR "to" - "from" >= interval '10 hours' THEN 300 ELSE 10 END,
            tidemark_store.finest_tier("from")) AS t, s
        FROM wanted
    )
    SELECT ceil(s / t) * t, t::smallint FROM kept
$$;
COMMENT ON FUNCTION tidemark_store.step_of(timestamptz, timestamptz, interval) IS
    'The effective step of a time series, a whole multiple of the rollup tier that is read.';
