-- Takes due traces with everything queued for them. Without locks on rows: one collector settles at a time. $1 = now, $2 = maximum traces.
WITH due AS MATERIALIZED (
    SELECT DISTINCT first.trace_id
    FROM (SELECT q.trace_id FROM tidemark_store.trace_queue q WHERE q.due_at <= $1 ORDER BY q.due_at LIMIT $2) AS first
), gone AS MATERIALIZED (
    DELETE FROM tidemark_store.trace_queue queued
    WHERE queued.trace_id IN (SELECT due.trace_id FROM due)
    RETURNING queued.trace_id, queued.since, queued.started_at, queued.operations
)
SELECT trace_id, min(since), min(started_at), max(started_at), max(operations) FROM gone GROUP BY trace_id ORDER BY trace_id
