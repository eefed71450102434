-- $1 = older than, $2 = maximum rows. Locked rows are left for a later run.
DELETE FROM tidemark_store.trace_claims
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.trace_claims WHERE recorded_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
