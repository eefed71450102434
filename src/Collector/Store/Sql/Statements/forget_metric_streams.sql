-- Deletes the last values of counters that are no longer reported. $1 = older than, $2 = maximum rows. Locked rows are left for a later run.
DELETE FROM tidemark_store.metric_streams
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.metric_streams WHERE last_at < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
