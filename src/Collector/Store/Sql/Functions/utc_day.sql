CREATE OR REPLACE FUNCTION tidemark_store.utc_day(at timestamptz) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CAST(at AT TIME ZONE 'UTC' AS date)
$$;
COMMENT ON FUNCTION tidemark_store.utc_day(timestamptz) IS 'The day of a moment in UTC, whatever the session''s time zone.';
