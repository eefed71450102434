-- Which item told of a call: of no use once the call itself is gone. $1 = older than, $2 = rows at most. Rows that somebody holds are left for another time.
DELETE FROM tidemark_store.calls
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.calls WHERE started_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
