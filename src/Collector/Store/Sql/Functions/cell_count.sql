CREATE OR REPLACE FUNCTION tidemark_store.cell_count(cell bigint) RETURNS bigint
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT cell - ((cell + 549755813888) >> 40 << 40)
$$;
COMMENT ON FUNCTION tidemark_store.cell_count(bigint) IS 'The count of a histogram cell (bucket << 40) + count.';
