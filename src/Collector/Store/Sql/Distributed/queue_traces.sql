-- Queues incomplete traces, and complete ones of which other operations are already stored or queued, as their effective facts may
-- change. $6 = due, $7 = now, $8, $9 = earliest and latest start. What is held and queued is read for all traces at once: Citus reads no
-- distributed table for each row of another.
WITH visited AS MATERIALIZED (
    SELECT x.trace_id, x.shard, x.started_at, x.is_open, x.operations FROM {rows}
), queued AS MATERIALIZED (
    SELECT DISTINCT q.trace_id FROM tidemark_store.trace_queue q WHERE q.trace_id IN (SELECT v.trace_id FROM visited v)
), held AS MATERIALIZED (
    SELECT o.trace_id, count(*) AS operations
    FROM tidemark_store.operations o
    WHERE encode(uuid_send(o.trace_id), 'hex') IN (SELECT encode(uuid_send(v.trace_id), 'hex') FROM visited v WHERE NOT v.is_open)
        AND o.started_at >= $8 AND o.started_at - $9 <= interval '0'
    GROUP BY o.trace_id
)
INSERT INTO tidemark_store.trace_queue (trace_id, shard, due_at, since, started_at, operations)
SELECT v.trace_id, v.shard, $6::timestamptz, $7::timestamptz, v.started_at, v.operations
FROM visited v
LEFT JOIN queued ON queued.trace_id = v.trace_id
LEFT JOIN held ON held.trace_id = v.trace_id
WHERE v.is_open OR queued.trace_id IS NOT NULL OR held.operations > v.operations
