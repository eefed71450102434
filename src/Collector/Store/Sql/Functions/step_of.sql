-- A step finer than a panel can show only adds cost: at most 500 points, and whole rollup buckets, of the coarsest
-- tier that still gives 120 points. By user or label there are no rollups of ten seconds.
CREATE OR REPLACE FUNCTION tidemark_store.step_of("from" timestamptz, "to" timestamptz, step interval, is_paid boolean)
RETURNS TABLE (seconds double precision, tier smallint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
    WITH wanted AS (
        SELECT greatest(extract(epoch FROM step)::float8, extract(epoch FROM "to" - "from")::float8 / 500,
            CASE WHEN is_paid THEN {tier.five_minutes} ELSE {tier.ten_seconds} END) AS seconds
    ), kept AS (
        SELECT greatest(
            CASE WHEN seconds > 1800 OR "to" - "from" >= interval '120 hours' THEN {tier.one_hour}
                WHEN seconds > 60 OR "to" - "from" >= interval '10 hours' THEN {tier.five_minutes} ELSE {tier.ten_seconds} END,
            tidemark_store.finest_tier("from")) AS tier, seconds
        FROM wanted
    )
    SELECT ceil(seconds / tier) * tier, tier::smallint FROM kept
$$;
COMMENT ON FUNCTION tidemark_store.step_of(timestamptz, timestamptz, interval, boolean) IS
    'The effective step of a time series, a whole multiple of the rollup tier that is read. is_paid: by user or label.';
