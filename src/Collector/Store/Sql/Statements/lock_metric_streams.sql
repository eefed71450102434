SELECT m.*
FROM {rows}
JOIN tidemark_store.metric_streams m USING ({columns})
ORDER BY m.identity, m.started_at, m.shard
FOR UPDATE OF m
