-- One row short of what was sent = another writer came first: the caller starts over.
INSERT INTO tidemark_store.sessions (
    session_id, shard, revision, service, service_at, environment, user_id, user_at,
    agent, agent_at, status, started_at, last_seen_at, last_started_at, idle_at, ended_at,
    end_reason, inferred, previous_session_id, successor_at, current_model, model_at, models, model_switches,
    conversations, messages, operations, errors, tool_calls, input_tokens, output_tokens, cache_read_tokens,
    cache_write_tokens, reasoning_tokens, cost_usd, unpriced, context_used, context_max, context_at, context_peak_ratio,
    budget_raised_usd, priced, labels, labels_at, name, name_at)
SELECT
    x.session_id, x.shard, x.revision, x.service, x.service_at, x.environment, x.user_id, x.user_at,
    x.agent, x.agent_at, x.status, x.started_at, x.last_seen_at, x.last_started_at, x.idle_at, x.ended_at,
    x.end_reason, x.inferred, x.previous_session_id, x.successor_at, x.current_model, x.model_at, x.models::text[], x.model_switches,
    x.conversations, x.messages, x.operations, x.errors, x.tool_calls, x.input_tokens, x.output_tokens, x.cache_read_tokens,
    x.cache_write_tokens, x.reasoning_tokens, x.cost_usd, x.unpriced, x.context_used, x.context_max, x.context_at, x.context_peak_ratio,
    x.budget_raised_usd, x.priced, x.labels, x.labels_at, x.name, x.name_at
FROM unnest(
    $1::text[], $2::smallint[], $3::bigint[], $4::text[], $5::timestamptz[], $6::text[], $7::text[], $8::timestamptz[],
    $9::text[], $10::timestamptz[], $11::smallint[], $12::timestamptz[], $13::timestamptz[], $14::timestamptz[], $15::timestamptz[], $16::timestamptz[],
    $17::text[], $18::boolean[], $19::text[], $20::timestamptz[], $21::text[], $22::timestamptz[], $23::text[], $24::integer[],
    $25::integer[], $26::integer[], $27::bigint[], $28::bigint[], $29::bigint[], $30::bigint[], $31::bigint[], $32::bigint[],
    $33::bigint[], $34::bigint[], $35::numeric[], $36::bigint[], $37::integer[], $38::integer[], $39::timestamptz[], $40::float8[],
    $41::numeric[], $42::bigint[], $43::text[], $44::timestamptz[], $45::text[], $46::timestamptz[])
    AS x (
    session_id, shard, revision, service, service_at, environment, user_id, user_at,
    agent, agent_at, status, started_at, last_seen_at, last_started_at, idle_at, ended_at,
    end_reason, inferred, previous_session_id, successor_at, current_model, model_at, models, model_switches,
    conversations, messages, operations, errors, tool_calls, input_tokens, output_tokens, cache_read_tokens,
    cache_write_tokens, reasoning_tokens, cost_usd, unpriced, context_used, context_max, context_at, context_peak_ratio,
    budget_raised_usd, priced, labels, labels_at, name, name_at)
ORDER BY 1, 2
ON CONFLICT (session_id, shard) DO UPDATE SET
    revision = excluded.revision, service = excluded.service, service_at = excluded.service_at, environment = excluded.environment,
    user_id = excluded.user_id, user_at = excluded.user_at, agent = excluded.agent, agent_at = excluded.agent_at,
    status = excluded.status, started_at = excluded.started_at, last_seen_at = excluded.last_seen_at, last_started_at = excluded.last_started_at,
    idle_at = excluded.idle_at, ended_at = excluded.ended_at, end_reason = excluded.end_reason, inferred = excluded.inferred,
    previous_session_id = excluded.previous_session_id, successor_at = excluded.successor_at, current_model = excluded.current_model, model_at = excluded.model_at,
    models = excluded.models, model_switches = excluded.model_switches, conversations = excluded.conversations, messages = excluded.messages,
    operations = excluded.operations, errors = excluded.errors, tool_calls = excluded.tool_calls, input_tokens = excluded.input_tokens,
    output_tokens = excluded.output_tokens, cache_read_tokens = excluded.cache_read_tokens, cache_write_tokens = excluded.cache_write_tokens, reasoning_tokens = excluded.reasoning_tokens,
    cost_usd = excluded.cost_usd, unpriced = excluded.unpriced, context_used = excluded.context_used, context_max = excluded.context_max,
    context_at = excluded.context_at, context_peak_ratio = excluded.context_peak_ratio, budget_raised_usd = excluded.budget_raised_usd,
    priced = excluded.priced, labels = excluded.labels, labels_at = excluded.labels_at, name = excluded.name, name_at = excluded.name_at
WHERE tidemark_store.sessions.revision = excluded.revision - 1
