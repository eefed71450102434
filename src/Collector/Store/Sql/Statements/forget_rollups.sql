-- Rollups of the tier $3, which is one partition. $1 = older than, $2 = rows at most. Rows that somebody holds are left for another time.
DELETE FROM tidemark_store.rollups
WHERE tier = $3 AND ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.rollups WHERE tier = $3 AND bucket < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
