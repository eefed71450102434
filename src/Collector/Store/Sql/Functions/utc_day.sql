CREATE OR REPLACE FUNCTION tidemark_store.utc_day(at timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CAST(at AT TIME ZONE 'UTC' AS date)
$$;
COMMENT ON FUNCTION tidemark_store.utc_day(timestamptz) IS 'The UTC date of a timestamp, regardless of the session''s time zone.';
