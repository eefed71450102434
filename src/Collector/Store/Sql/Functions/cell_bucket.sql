-- A negative count borrows one from the bucket above it, so half of the count's range is added before reading the bucket.
CREATE OR REPLACE FUNCTION tidemark_store.cell_bucket(cell bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (cell + 549755813888) >> 40
$$;
COMMENT ON FUNCTION tidemark_store.cell_bucket(bigint) IS 'The histogram bucket of a cell (bucket << 40) + count; the count may be negative.';
