-- OFFSET 0: a look into the index for each series, never a scan of all rollups because of a wrong guess at how many series there are.
CREATE OR REPLACE FUNCTION tidemark_store.rollups_of(series integer, tier smallint, low timestamptz, high timestamptz)
RETURNS SETOF tidemark_store.rollups
LANGUAGE sql STABLE PARALLEL SAFE ROWS 50 AS $$
    SELECT * FROM tidemark_store.rollups r WHERE r.series = $1 AND r.tier = $2 AND r.bucket >= $3 AND r.bucket < $4 OFFSET 0
$$;
COMMENT ON FUNCTION tidemark_store.rollups_of(integer, smallint, timestamptz, timestamptz) IS 'The rollup rows of one series and tier in a range.';
