-- First and last data are looked up in the rollups of all operations, in the finest tier kept for the range, and in unmerged deltas.
CREATE OR REPLACE FUNCTION tidemark_store.seconds_with_data("from" timestamptz, "to" timestamptz) RETURNS double precision
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN edges.first IS NOT NULL THEN greatest(extract(epoch FROM least(edges.last, $2, now()) - greatest(edges.first, $1))::float8, 10) END
    FROM (SELECT tidemark_store.finest_tier($1) AS tier) tiers
    CROSS JOIN LATERAL (
        SELECT least(merged.first, waiting.first) AS first,
            greatest(merged.last + make_interval(secs => tiers.tier), waiting.last + interval '10 seconds') AS last
        FROM (
            SELECT min(r.bucket) AS first, max(r.bucket) AS last
            FROM tidemark_store.series s
            JOIN tidemark_store.rollups r ON r.series = s.number
            WHERE s.scope = {scope.all} AND r.tier = tiers.tier AND r.bucket >= tidemark_store.floor_to($1, tiers.tier) AND r.bucket < $2
        ) merged
        CROSS JOIN (
            SELECT min(d.bucket) AS first, max(d.bucket) AS last
            FROM tidemark_store.unmerged_rollups d
            WHERE d.bucket >= tidemark_store.floor_to($1, 10) AND d.bucket < $2
        ) waiting
    ) edges
$$;
COMMENT ON FUNCTION tidemark_store.seconds_with_data(timestamptz, timestamptz) IS
    'Seconds between the first and the last operation in a range, regardless of filters; at least 10, NULL without any.';
