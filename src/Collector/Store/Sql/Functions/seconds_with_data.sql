-- First and last data are looked up in the rollups of the whole installation, in the finest tier kept for the range.
CREATE OR REPLACE FUNCTION tidemark_store.seconds_with_data("from" timestamptz, "to" timestamptz) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT greatest(extract(epoch FROM least(edges.last + make_interval(secs => tiers.tier), $2, now()) - greatest(edges.first, $1))::float8, 10)
    FROM (SELECT CASE WHEN $1 < now() - interval '35 days' THEN 3600 WHEN $1 < now() - interval '2 days' THEN 300 ELSE 10 END::smallint AS tier) tiers
    CROSS JOIN LATERAL (
        SELECT min(r.bucket) AS first, max(r.bucket) AS last
        FROM tidemark_store.series s
        JOIN tidemark_store.rollups r ON r.series = s.number
        WHERE s.scope = 0 AND r.tier = tiers.tier AND r.bucket >= tidemark_store.floor_to($1, tiers.tier) AND r.bucket < $2
    ) edges
$$;
COMMENT ON FUNCTION tidemark_store.seconds_with_data(timestamptz, timestamptz) IS
    'Seconds of a range between its first and its last operation, whatever they are of; at least 10, NULL without any.';
