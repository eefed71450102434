-- Queues traces that are not whole, and whole ones that are queued already: something more of them has come. $5 = due, $6 = now.
INSERT INTO tidemark_store.trace_queue (trace_id, shard, due_at, since, started_at)
SELECT visit.trace_id, visit.shard, $5, $6, visit.started_at
FROM unnest($1::uuid[], $2::smallint[], $3::timestamptz[], $4::boolean[]) AS visit (trace_id, shard, started_at, is_open)
WHERE visit.is_open OR EXISTS (SELECT FROM tidemark_store.trace_queue queued WHERE queued.trace_id = visit.trace_id)
