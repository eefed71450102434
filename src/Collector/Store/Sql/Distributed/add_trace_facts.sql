-- Keeps the facts of spans that are not operations, for incomplete and for queued traces. $10 = now.
WITH found AS MATERIALIZED (
    SELECT x.* FROM {rows}
), queued AS MATERIALIZED (
    SELECT DISTINCT q.trace_id FROM tidemark_store.trace_queue q WHERE q.trace_id IN (SELECT f.trace_id FROM found f)
)
INSERT INTO tidemark_store.trace_facts (trace_id, span_id, shard, parent_span_id, started_at, session_id, conversation_id, user_id, recorded_at)
SELECT f.trace_id, f.span_id, f.shard, f.parent_span_id, f.started_at, f.session_id, f.conversation_id, f.user_id, $10::timestamptz
FROM found f
LEFT JOIN queued ON queued.trace_id = f.trace_id
WHERE f.is_wanted OR queued.trace_id IS NOT NULL
ON CONFLICT DO NOTHING
