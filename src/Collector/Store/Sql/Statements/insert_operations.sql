INSERT INTO tidemark_store.operations ({columns})
SELECT {values}
FROM {rows}
ORDER BY started_at, trace_id, span_id, shard
ON CONFLICT DO NOTHING
RETURNING trace_id, span_id, shard, started_at
