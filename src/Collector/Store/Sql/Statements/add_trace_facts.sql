-- Keeps what spans that are no operations say: of traces that are not whole, and of those that are queued. $10 = now.
INSERT INTO tidemark_store.trace_facts (trace_id, span_id, shard, parent_span_id, started_at, session_id, conversation_id, user_id, recorded_at)
SELECT fact.trace_id, fact.span_id, fact.shard, fact.parent_span_id, fact.started_at, fact.session_id, fact.conversation_id, fact.user_id, $10
FROM unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::bigint[], $5::timestamptz[], $6::text[], $7::text[], $8::text[], $9::boolean[])
    AS fact (trace_id, span_id, shard, parent_span_id, started_at, session_id, conversation_id, user_id, is_wanted)
WHERE fact.is_wanted OR EXISTS (SELECT FROM tidemark_store.trace_queue queued WHERE queued.trace_id = fact.trace_id)
ORDER BY 1, 2, 3
ON CONFLICT DO NOTHING
