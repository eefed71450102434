-- The holder of the row of hours merges. No row: another collector holds it, or there is nothing to merge and no tier to advance.
-- $1 = tiers, $2 = their first buckets.
SELECT true
FROM tidemark_store.rollup_tiers owned
WHERE owned.tier = {tier.one_hour}
  AND (EXISTS (SELECT FROM tidemark_store.rollup_deltas)
    OR EXISTS (SELECT FROM tidemark_store.rollup_tiers t JOIN unnest($1::smallint[], $2::timestamptz[]) AS starts (tier, since) USING (tier)
        WHERE t.since < starts.since))
FOR UPDATE OF owned SKIP LOCKED
