-- Without a lock: Citus locks rows of one shard only. Writes are guarded by the revision.
SELECT s.*
FROM {rows}
JOIN tidemark_store.sessions s USING ({columns})
ORDER BY s.session_id, s.shard
