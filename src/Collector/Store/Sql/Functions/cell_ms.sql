CREATE OR REPLACE FUNCTION tidemark_store.cell_ms(bucket bigint) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT power(2, bucket / 32.0::float8) * (2 * power(2, 1 / 32.0::float8) / (1 + power(2, 1 / 32.0::float8))) / 1000
$$;
COMMENT ON FUNCTION tidemark_store.cell_ms(bigint) IS
    'The duration in milliseconds that a histogram bucket stands for: at most 1.1 % from any value in it.';
