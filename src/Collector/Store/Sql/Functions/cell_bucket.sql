-- A negative count borrows one from the bucket above it: half of what fits is added before the bucket is read.
CREATE OR REPLACE FUNCTION tidemark_store.cell_bucket(cell bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (cell + 549755813888) >> 40
$$;
COMMENT ON FUNCTION tidemark_store.cell_bucket(bigint) IS 'The histogram bucket of a cell (bucket << 40) + count; the count may be negative.';
