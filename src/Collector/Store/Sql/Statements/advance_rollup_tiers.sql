-- The first bucket of a tier only moves forward: what was left out of it stays out. $1 = tiers, $2 = their first buckets.
-- Returns the present first buckets by tier.
WITH moved AS (
    UPDATE tidemark_store.rollup_tiers t
    SET since = starts.since
    FROM unnest($1::smallint[], $2::timestamptz[]) AS starts (tier, since)
    WHERE starts.tier = t.tier AND starts.since > t.since
    RETURNING t.tier, t.since
)
SELECT coalesce(moved.since, t.since)
FROM tidemark_store.rollup_tiers t
LEFT JOIN moved USING (tier)
ORDER BY tier
