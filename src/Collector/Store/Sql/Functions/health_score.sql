CREATE OR REPLACE FUNCTION tidemark_store.health_score(
    operations numeric, errors numeric, slow numeric, lookups double precision, hits double precision,
    calls double precision, call_errors double precision) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT 40 * (1 - errors::float8 / nullif(operations, 0)::float8)
        + 30 * (1 - slow::float8 / nullif(operations, 0)::float8)
        + 15 * coalesce(hits / nullif(lookups, 0), 1)
        + 15 * coalesce(1 - call_errors / nullif(calls, 0), 1)
$$;
COMMENT ON FUNCTION tidemark_store.health_score(numeric, numeric, numeric, double precision, double precision, double precision, double precision) IS
    'Health from 0 to 100: 40 x share without error + 30 x share within the slow limit + 15 x cache hit ratio + 15 x share of dependency calls without '
    'error. Without a cache or dependency that part scores in full; NULL without operations.';
