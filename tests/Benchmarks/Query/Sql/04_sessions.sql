INSERT INTO tidemark_store.sessions (
    session_id, shard, revision, service, service_at, environment, user_id, agent, agent_at, status, started_at, last_seen_at, last_started_at,
    ended_at, end_reason, inferred, current_model, models, model_switches, conversations, messages, operations, errors, tool_calls,
    input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_usd, unpriced, priced, context_used, context_max,
    context_peak_ratio, budget_raised_usd)
SELECT session_id, min(o.shard), 1, min(s.service), min(o.started_at), min(s.environment), min(o.user_id), min(s.agent), min(o.started_at),
    CASE WHEN max(o.started_at) > now() - interval '30 minutes' THEN 1 ELSE 3 END, min(o.started_at), max(o.started_at), max(o.started_at),
    CASE WHEN max(o.started_at) > now() - interval '30 minutes' THEN NULL ELSE max(o.started_at) END, 'timeout', false,
    min(nullif(s.model, '')), coalesce(array_agg(DISTINCT s.model) FILTER (WHERE s.model <> ''), '{}'), 2, 1,
    count(nullif(s.model, '')), count(*), count(o.error_type), count(*) FILTER (WHERE s.kind = 3),
    coalesce(sum(o.input_tokens), 0), coalesce(sum(o.output_tokens), 0), coalesce(sum(o.cache_read_tokens), 0), 0, 0, coalesce(sum(o.cost_usd), 0), 0,
    count(o.cost_usd),
    max(o.input_tokens), 200000, max(o.input_tokens) / 200000.0, 0
FROM tidemark_store.operations o
JOIN tidemark_store.series s ON s.number = o.series
GROUP BY session_id;

INSERT INTO tidemark_store.conversations (session_id, conversation_id, shard, revision, started_at, last_seen_at, messages, total_tokens,
    context_used, context_max, context_at, current_model, model_at, agent, threshold_raised)
SELECT session_id, 'conversation-' || substr(session_id, 9), shard, 1, started_at, last_seen_at, messages, input_tokens + output_tokens,
    context_used, context_max, last_seen_at, current_model, last_seen_at, coalesce(agent, ''), 0
FROM tidemark_store.sessions;
