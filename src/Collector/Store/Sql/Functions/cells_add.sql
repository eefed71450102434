-- Adds two histograms: afterwards each bucket has one cell, ascending, without zeros. IMMUTABLE and without sub-selects in DO UPDATE,
-- so that distributed engines accept it there as well. A cell is its bucket above 40 bits of a count that may be negative: cells of one
-- bucket are summed as they are, minus the bucket for all but one of them.
CREATE OR REPLACE FUNCTION tidemark_store.cells_add(a bigint[], b bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY(
        SELECT (bucket << 40) + n
        FROM (
            SELECT tidemark_store.cell_bucket(c) AS bucket, sum(tidemark_store.cell_count(c))::bigint AS n
            FROM unnest(a || b) AS c
            GROUP BY 1
        ) cells
        WHERE n <> 0
        ORDER BY 1)
$$;
COMMENT ON FUNCTION tidemark_store.cells_add(bigint[], bigint[]) IS 'Adds two duration histograms, bucket by bucket.';
