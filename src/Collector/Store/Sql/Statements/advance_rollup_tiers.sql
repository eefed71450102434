-- A tier's first bucket never moves back: earlier rollups were not written or are already deleted. $1 = tiers, $2 = their first buckets.
-- Returns the current first bucket of each tier.
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
