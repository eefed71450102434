-- Deletes old counts of coding agents. $1 = before, $2 = maximum rows. Locked rows are left for a later run.
DELETE FROM tidemark_store.coding_counts
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.coding_counts WHERE hour < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
