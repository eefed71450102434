-- Traces that are to be looked at again, each with the time at which it was first queued.
INSERT INTO tidemark_store.trace_queue (trace_id, shard, due_at, since, started_at, operations)
SELECT * FROM unnest($1::uuid[], $2::smallint[], $3::timestamptz[], $4::timestamptz[], $5::timestamptz[], $6::integer[])
