CREATE OR REPLACE FUNCTION tidemark_store.cell_ms(bucket bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT power(2, bucket / 32.0::float8) * (2 * power(2, 1 / 32.0::float8) / (1 + power(2, 1 / 32.0::float8))) / 1000
$$;
COMMENT ON FUNCTION tidemark_store.cell_ms(bigint) IS 'The representative duration of a histogram bucket in milliseconds: within 1.1 % of any value in it.';
