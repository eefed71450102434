-- $1 = older than, $2 = maximum rows.
DELETE FROM tidemark_store.ignored_scopes
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.ignored_scopes WHERE last_seen_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
