-- OFFSET 0 forces an index look-up per series instead of a scan of all rollups, which a wrong estimate of the number of series can cause.
CREATE OR REPLACE FUNCTION tidemark_store.rollups_of(series integer, tier smallint, low timestamptz, high timestamptz)
RETURNS SETOF tidemark_store.rollups
LANGUAGE sql STABLE PARALLEL SAFE ROWS 50 AS $$
    SELECT * FROM tidemark_store.rollups r WHERE r.series = $1 AND r.tier = $2 AND r.bucket >= $3 AND r.bucket < $4 OFFSET 0
$$;
COMMENT ON FUNCTION tidemark_store.rollups_of(integer, smallint, timestamptz, timestamptz) IS 'The rollup rows of one series and tier in a range.';
