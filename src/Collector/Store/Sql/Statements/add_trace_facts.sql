-- Keeps the facts of spans that are not operations, for incomplete and for queued traces. $10 = now.
INSERT INTO tidemark_store.trace_facts (trace_id, span_id, shard, parent_span_id, started_at, session_id, conversation_id, user_id, recorded_at)
SELECT x.trace_id, x.span_id, x.shard, x.parent_span_id, x.started_at, x.session_id, x.conversation_id, x.user_id, $10
FROM {rows}
WHERE x.is_wanted OR EXISTS (SELECT FROM tidemark_store.trace_queue queued WHERE queued.trace_id = x.trace_id)
ORDER BY 1, 2, 3
ON CONFLICT DO NOTHING
