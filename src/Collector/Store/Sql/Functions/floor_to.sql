CREATE OR REPLACE FUNCTION tidemark_store.floor_to(at timestamptz, seconds double precision) RETURNS timestamptz
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT date_bin(make_interval(secs => seconds), at, 'epoch'::timestamptz)
$$;
COMMENT ON FUNCTION tidemark_store.floor_to(timestamptz, double precision) IS 'The last multiple of a number of seconds at or before a given time.';
