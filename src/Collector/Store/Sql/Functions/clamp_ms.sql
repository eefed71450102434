CREATE OR REPLACE FUNCTION tidemark_store.clamp_ms(bucket bigint, min_ms numeric, max_ms numeric) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT least(greatest(tidemark_store.cell_ms(bucket), min_ms::float8), max_ms::float8)
$$;
COMMENT ON FUNCTION tidemark_store.clamp_ms(bigint, numeric, numeric) IS 'The duration of a histogram bucket, kept within what was really seen.';
