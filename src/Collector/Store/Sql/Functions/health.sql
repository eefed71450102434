-- The score measures what users notice: responses that succeed, in time, with caches and dependencies that work.
CREATE OR REPLACE FUNCTION tidemark.health(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL)
RETURNS TABLE (
    health_score double precision, health_status text, availability double precision, in_time_ratio double precision,
    cache_hit_ratio double precision, dependency_availability double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH sums AS (
        SELECT sum(operations) AS operations, sum(errors) AS errors, sum(slow) AS slow,
            sum(cache_lookups)::float8 AS lookups, sum(cache_hits)::float8 AS hits,
            (sum(operations) FILTER (WHERE label = 'dependency'))::float8 AS dependencies,
            (sum(errors) FILTER (WHERE label = 'dependency'))::float8 AS dependency_errors
        FROM tidemark.stats($1, $2, 'kind', services => $3, environments => $4, providers => $5, models => $6, agents => $7)
        HAVING sum(operations) > 0
    )
    SELECT health.score, tidemark_store.health_status(health.score), 1 - errors::float8 / operations::float8, 1 - slow::float8 / operations::float8,
        hits / nullif(lookups, 0), 1 - dependency_errors / nullif(dependencies, 0)
    FROM sums
    CROSS JOIN LATERAL tidemark_store.health_score(operations, errors, slow, lookups, hits, dependencies, dependency_errors) AS health (score)
$$;
COMMENT ON FUNCTION tidemark.health(timestamptz, timestamptz, text[], text[], text[], text[], text[]) IS
    'Health score 0 to 100 over a range = 40 x availability + 30 x share in time + 15 x cache hit ratio + 15 x dependency availability; without a cache or '
    'dependency that part scores in full. No row without operations.';
