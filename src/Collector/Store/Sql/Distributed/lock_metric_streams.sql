-- Without a lock: Citus locks rows of one shard only. Writes are guarded by the revision.
SELECT m.*
FROM {rows}
JOIN tidemark_store.metric_streams m USING ({columns})
ORDER BY m.identity, m.started_at, m.shard
