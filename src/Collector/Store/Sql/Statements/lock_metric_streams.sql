SELECT m.identity, m.started_at, m.revision, m.last_at, m.value, m.count, m.sum
FROM unnest($1::uuid[], $2::timestamptz[], $3::smallint[]) AS k (identity, started_at, shard)
JOIN tidemark_store.metric_streams m USING (identity, started_at, shard)
ORDER BY m.identity, m.started_at, m.shard
FOR UPDATE OF m
