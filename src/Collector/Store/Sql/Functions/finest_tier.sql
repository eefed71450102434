CREATE OR REPLACE FUNCTION tidemark_store.finest_tier(at timestamptz) RETURNS smallint
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT coalesce(min(tier), {tier.one_hour}::smallint) FROM tidemark_store.rollup_tiers WHERE since <= $1
$$;
COMMENT ON FUNCTION tidemark_store.finest_tier(timestamptz) IS 'The finest rollup tier that is kept for a given time.';
