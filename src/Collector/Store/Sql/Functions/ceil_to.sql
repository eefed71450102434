CREATE OR REPLACE FUNCTION tidemark_store.ceil_to(at timestamptz, seconds double precision) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT to_timestamp(ceil(extract(epoch FROM at)::float8 / seconds) * seconds)
$$;
COMMENT ON FUNCTION tidemark_store.ceil_to(timestamptz, double precision) IS 'The first multiple of a number of seconds at or after a given time.';
