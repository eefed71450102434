-- Deletes sessions that ended long ago. $1 = older than, $2 = maximum rows. Locked rows are left for a later run.
DELETE FROM tidemark_store.sessions
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.sessions WHERE closed_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
