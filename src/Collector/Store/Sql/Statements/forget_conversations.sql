-- Deletes conversations of old sessions. $1 = older than, $2 = maximum rows. Locked rows are left for a later run.
DELETE FROM tidemark_store.conversations
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.conversations WHERE last_seen_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
