SELECT trace_id, span_id, parent_span_id, started_at, session_id, conversation_id, user_id
FROM tidemark_store.trace_facts
WHERE trace_id = ANY ($1)
ORDER BY trace_id, span_id
LIMIT $2
