CREATE OR REPLACE FUNCTION tidemark_store.counts_add(a bigint[], b bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT coalesce(x, 0) + coalesce(y, 0) FROM unnest(a, b) AS pairs (x, y))
$$;
COMMENT ON FUNCTION tidemark_store.counts_add(bigint[], bigint[]) IS
    'Adds two lists of counts by position; missing positions of the shorter one count as zero.';
