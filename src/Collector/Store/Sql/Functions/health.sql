-- The score measures what users notice: responses that succeed, in time, with caches and dependencies that work.
CREATE OR REPLACE FUNCTION tidemark.health(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL)
RETURNS TABLE (
    health_score double precision, health_status text, availability double precision, in_time_ratio double precision,
    cache_hit_ratio double precision, dependency_availability double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH shares AS (
        SELECT 1 - sum(errors)::float8 / sum(operations) AS available,
            1 - sum(slow)::float8 / sum(operations) AS in_time,
            sum(cache_hits)::float8 / nullif(sum(cache_lookups), 0) AS hits,
            1 - (sum(errors) FILTER (WHERE label = 'dependency'))::float8 / nullif(sum(operations) FILTER (WHERE label = 'dependency'), 0) AS dependencies
        FROM tidemark.stats($1, $2, 'kind', services => $3, environments => $4, providers => $5, models => $6, agents => $7)
        HAVING sum(operations) > 0
    ), scored AS (
        SELECT 40 * available + 30 * in_time + 15 * coalesce(hits, 1) + 15 * coalesce(dependencies, 1) AS score, shares.* FROM shares
    )
    SELECT score, tidemark_store.health_status(score),
        available, in_time, hits, dependencies
    FROM scored
$$;
COMMENT ON FUNCTION tidemark.health(timestamptz, timestamptz, text[], text[], text[], text[], text[]) IS
    'Health score 0 to 100 over a range = 40 x availability + 30 x share in time + 15 x cache hit ratio + 15 x dependency availability; without a cache or '
    'dependency that part scores in full. No row without operations.';
