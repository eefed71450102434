-- Adds two histograms. IMMUTABLE and free of sub-selects in DO UPDATE, so that distributed engines accept it there too.
-- Counts have 40 bits: their two halves are summed as integers, because PostgreSQL sums bigint as numeric, which is slower.
CREATE OR REPLACE FUNCTION tidemark_store.cells_add(a bigint[], b bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY(
        SELECT (c >> 40 << 40) + (sum((c >> 20 & 1048575)::integer) << 20) + sum((c & 1048575)::integer)
        FROM (SELECT unnest(a || b) AS c) AS cells
        GROUP BY c >> 40)
$$;
COMMENT ON FUNCTION tidemark_store.cells_add(bigint[], bigint[]) IS 'Adds two duration histograms, bucket by bucket.';
