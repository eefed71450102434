INSERT INTO tidemark_store.operations ({columns})
SELECT * FROM unnest({arrays}) AS x ({columns})
ORDER BY started_at, trace_id, span_id, shard
ON CONFLICT DO NOTHING
RETURNING trace_id, span_id, shard, started_at
