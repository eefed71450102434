-- Locks the operations of some traces against other amendments, in key order. $2, $3 = earliest and latest start, as in queue_traces.
SELECT
FROM tidemark_store.operations o
WHERE encode(uuid_send(o.trace_id), 'hex') = ANY ($1) AND o.started_at >= (SELECT $2::timestamptz) AND o.started_at - $3 <= interval '0'
ORDER BY o.started_at, o.trace_id, o.span_id, o.shard
FOR NO KEY UPDATE
