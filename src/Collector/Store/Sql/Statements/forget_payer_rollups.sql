-- Deletes rollups that their tier no longer keeps. $1 = maximum rows, $2 = tier. Locked rows are left for a later run.
DELETE FROM tidemark_store.payer_rollups
WHERE tier = $2 AND ctid = ANY (ARRAY(
    SELECT ctid FROM tidemark_store.payer_rollups WHERE tier = $2
        AND bucket < (SELECT since FROM tidemark_store.rollup_tiers WHERE tier = $2) LIMIT $1 FOR UPDATE SKIP LOCKED))
