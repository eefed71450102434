-- Only the finest rollups are looked at: they reach back further than any window.
CREATE OR REPLACE FUNCTION tidemark_store.seconds_covered(low timestamptz, at timestamptz) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT greatest(extract(epoch FROM $2 - greatest($1, (
        SELECT min(r.bucket) FROM tidemark_store.series s JOIN tidemark_store.rollups r ON r.series = s.number WHERE s.scope = 0 AND r.tier = 10)))::float8, 10)
$$;
COMMENT ON FUNCTION tidemark_store.seconds_covered(timestamptz, timestamptz) IS
    'Seconds of a window without the time before the first operation ever, at least 10: what a window''s rates are divided by.';
