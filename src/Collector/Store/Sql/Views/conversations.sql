CREATE OR REPLACE VIEW tidemark.conversations AS
SELECT session_id,
    conversation_id,
    started_at,
    last_seen_at,
    messages,
    total_tokens,
    context_used,
    context_max,
    context_used::float8 / nullif(context_max, 0) AS context_ratio,
    current_model
FROM tidemark_store.conversations
WHERE conversation_id <> '';
COMMENT ON VIEW tidemark.conversations IS 'One row per conversation of a session: messages, tokens, and the fill of its context window.';
