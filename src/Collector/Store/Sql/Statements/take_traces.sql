-- Takes due traces with everything queued for them; those held by another collector are skipped. $1 = now, $2 = maximum traces.
WITH due AS (
    SELECT trace_id FROM (SELECT trace_id FROM tidemark_store.trace_queue WHERE due_at <= $1 ORDER BY due_at LIMIT $2) AS first GROUP BY trace_id
), taken AS (
    SELECT queued.ctid AS place
    FROM tidemark_store.trace_queue queued
    JOIN due USING (trace_id)
    FOR UPDATE OF queued SKIP LOCKED
), gone AS (
    DELETE FROM tidemark_store.trace_queue queued
    USING taken
    WHERE queued.ctid = taken.place
    RETURNING queued.trace_id, queued.since, queued.started_at, queued.operations
)
SELECT trace_id, min(since), min(started_at), max(started_at), max(operations) FROM gone GROUP BY trace_id ORDER BY trace_id
