-- Queues traces that are not whole, and whole ones of which something else is there or queued already: it may change what counts of
-- them. $6 = due, $7 = now, $8, $9 = earliest and latest start: known beforehand, so that no earlier partition is opened. The latest is no
-- condition on started_at itself: an index of time must not look cheaper than the trace's, whatever the planner knows of a partition.
INSERT INTO tidemark_store.trace_queue (trace_id, shard, due_at, since, started_at, operations)
SELECT visit.trace_id, visit.shard, $6, $7, visit.started_at, visit.operations
FROM unnest($1::uuid[], $2::smallint[], $3::timestamptz[], $4::boolean[], $5::integer[]) AS visit (trace_id, shard, started_at, is_open, operations)
WHERE visit.is_open OR EXISTS (SELECT FROM tidemark_store.trace_queue queued WHERE queued.trace_id = visit.trace_id)
    OR (SELECT count(*) FROM (
        SELECT FROM tidemark_store.operations o
        WHERE encode(uuid_send(o.trace_id), 'hex') = encode(uuid_send(visit.trace_id), 'hex')
            AND o.started_at >= $8 AND o.started_at - $9 <= interval '0'
        LIMIT visit.operations + 1) AS held) > visit.operations
