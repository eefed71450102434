-- Time before the very first operation is not part of a window: a new installation would appear idle for its first minutes.
CREATE OR REPLACE FUNCTION tidemark_store.seconds_covered(low timestamptz, at timestamptz) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT greatest(extract(epoch FROM $2 - greatest($1, least(
        (SELECT min(r.bucket) FROM tidemark_store.series s JOIN tidemark_store.rollups r ON r.series = s.number
            WHERE s.scope = {scope.all} AND r.tier = CASE WHEN tidemark_store.finest_tier($1) = {tier.ten_seconds} THEN {tier.ten_seconds}
                ELSE {tier.one_hour} END),
        (SELECT min(d.bucket) FROM tidemark_store.unmerged_rollups d))))::float8, 10)
$$;
COMMENT ON FUNCTION tidemark_store.seconds_covered(timestamptz, timestamptz) IS
    'Length of a window in seconds, without the time before the very first operation, at least 10: the divisor of the window''s rates.';
