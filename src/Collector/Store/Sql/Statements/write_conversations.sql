-- One row short of what was sent = another writer came first: the caller starts over.
INSERT INTO tidemark_store.conversations (
    session_id, conversation_id, shard, revision, started_at, last_seen_at, messages, total_tokens,
    context_used, context_max, context_at, current_model, model_at, agent, compacted_at, threshold_raised)
SELECT * FROM unnest(
    $1::text[], $2::text[], $3::smallint[], $4::bigint[], $5::timestamptz[], $6::timestamptz[], $7::integer[], $8::bigint[],
    $9::integer[], $10::integer[], $11::timestamptz[], $12::text[], $13::timestamptz[], $14::text[], $15::timestamptz[], $16::smallint[])
ORDER BY 1, 2, 3
ON CONFLICT (session_id, conversation_id, shard) DO UPDATE SET
    revision = excluded.revision, started_at = excluded.started_at, last_seen_at = excluded.last_seen_at, messages = excluded.messages,
    total_tokens = excluded.total_tokens, context_used = excluded.context_used, context_max = excluded.context_max, context_at = excluded.context_at,
    current_model = excluded.current_model, model_at = excluded.model_at, agent = excluded.agent, compacted_at = excluded.compacted_at,
    threshold_raised = excluded.threshold_raised
WHERE tidemark_store.conversations.revision = excluded.revision - 1
