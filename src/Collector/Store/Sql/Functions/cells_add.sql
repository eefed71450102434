-- Adds two histograms. IMMUTABLE and free of sub-selects in DO UPDATE, so that distributed engines accept it there too.
CREATE OR REPLACE FUNCTION tidemark_store.cells_add(a bigint[], b bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT array_agg((i << 40) + n ORDER BY i)
    FROM (SELECT c >> 40 AS i, sum(c & 1099511627775)::bigint AS n FROM unnest(a || b) AS c GROUP BY 1) AS merged
$$;
COMMENT ON FUNCTION tidemark_store.cells_add(bigint[], bigint[]) IS 'Adds two duration histograms, bucket by bucket.';
