INSERT INTO tidemark_store.session_events (
    shard, occurred_at, recorded_at, event_type, severity, session_id, conversation_id, service,
    environment, agent, workflow, model, message, data, user_id)
SELECT
    x.shard, x.occurred_at, x.recorded_at, x.event_type, x.severity, x.session_id, x.conversation_id, x.service,
    x.environment, x.agent, x.workflow, x.model, x.message, x.data, x.user_id
FROM unnest(
    $1::smallint[], $2::timestamptz[], $3::timestamptz[], $4::text[], $5::smallint[], $6::text[], $7::text[], $8::text[],
    $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::jsonb[], $15::text[])
    WITH ORDINALITY AS x (
    shard, occurred_at, recorded_at, event_type, severity, session_id, conversation_id, service,
    environment, agent, workflow, model, message, data, user_id,
    position)
ORDER BY x.position
RETURNING event_id
