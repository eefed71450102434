-- Queues incomplete traces, and complete ones of which other operations are already stored or queued, as their effective facts may
-- change. $6 = due, $7 = now, $8, $9 = earliest and latest start: constants, so that earlier partitions are pruned. The latest start is not
-- a condition on started_at itself: the index by time must not look cheaper than the one by trace, whatever the statistics of a partition.
INSERT INTO tidemark_store.trace_queue (trace_id, shard, due_at, since, started_at, operations)
SELECT x.trace_id, x.shard, $6, $7, x.started_at, x.operations
FROM {rows}
WHERE x.is_open OR EXISTS (SELECT FROM tidemark_store.trace_queue queued WHERE queued.trace_id = x.trace_id)
    OR (SELECT count(*) FROM (
        SELECT FROM tidemark_store.operations o
        WHERE encode(uuid_send(o.trace_id), 'hex') = encode(uuid_send(x.trace_id), 'hex')
            AND o.started_at >= $8 AND o.started_at - $9 <= interval '0'
        LIMIT x.operations + 1) AS held) > x.operations
