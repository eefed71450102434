-- Locks the one-hour row of rollup_tiers; the transaction that holds it merges. Returns no row if another collector holds it, or if there is
-- nothing to merge or advance.
-- $1 = tiers, $2 = their first buckets.
SELECT true
FROM tidemark_store.rollup_tiers owned
WHERE owned.tier = {tier.one_hour}
  AND (EXISTS (SELECT 1 FROM tidemark_store.rollup_deltas)
    OR EXISTS (SELECT 1 FROM tidemark_store.rollup_tiers t JOIN unnest($1::smallint[], $2::timestamptz[]) AS starts (tier, since) USING (tier)
        WHERE t.since < starts.since))
FOR UPDATE OF owned SKIP LOCKED
