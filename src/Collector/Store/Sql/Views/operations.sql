CREATE OR REPLACE VIEW tidemark.operations AS
SELECT encode(uuid_send(o.trace_id), 'hex') AS trace_id,
    lpad(to_hex(o.span_id), 16, '0') AS span_id,
    lpad(to_hex(o.parent_span_id), 16, '0') AS parent_span_id,
    o.started_at,
    o.duration_us / 1000.0::float8 AS duration_ms,
    coalesce(o.names ->> 'service', s.service) AS service,
    nullif(coalesce(o.names ->> 'environment', s.environment), '') AS environment,
    tidemark_store.kind_name(s.kind) AS kind,
    nullif(coalesce(o.names ->> 'operation', s.operation), '') AS operation,
    nullif(coalesce(o.names ->> 'provider', s.provider), '') AS provider,
    coalesce(o.request_model, t.request_model) AS request_model,
    coalesce(o.response_model, t.response_model) AS response_model,
    nullif(coalesce(o.names ->> 'agent', s.agent), '') AS agent,
    nullif(coalesce(o.names ->> 'workflow', s.workflow), '') AS workflow,
    nullif(coalesce(o.names ->> 'tool', s.tool), '') AS tool,
    nullif(coalesce(o.names ->> 'dependency', s.dependency), '') AS dependency,
    o.session_id,
    o.conversation_id,
    o.user_id,
    o.input_tokens,
    o.output_tokens,
    o.cache_read_tokens,
    o.cache_write_tokens,
    o.reasoning_tokens,
    CASE WHEN o.input_tokens IS NULL AND o.output_tokens IS NULL THEN NULL
        ELSE coalesce(o.input_tokens, 0)::bigint + coalesce(o.output_tokens, 0) END AS total_tokens,
    coalesce(o.context_max, t.context_max) AS context_max,
    -- A window that the input of a successful call exceeds is listed wrongly.
    CASE WHEN o.error_type IS NOT NULL OR o.input_tokens <= coalesce(o.context_max, t.context_max)
        THEN o.input_tokens::float8 / nullif(coalesce(o.context_max, t.context_max), 0) END AS context_ratio,
    o.ttft_ms,
    o.bytes,
    o.cost_usd,
    (ARRAY[{cost_source.names}])[o.cost_source] AS cost_source,
    o.error_type IS NOT NULL AND o.error_class <> 'cancelled' AS is_error,
    coalesce(o.names ->> 'error_type', o.error_type) AS error_type,
    o.error_class,
    coalesce(o.finish_reason, t.finish_reason) AS finish_reason,
    (ARRAY[{source.names}])[o.source] AS source,
    CASE WHEN o.attributes IS NULL THEN t.attributes WHEN t.attributes IS NULL THEN o.attributes ELSE t.attributes || o.attributes END AS attributes,
    o.content,
    coalesce(o.labels, t.labels) AS labels,
    encode(uuid_send(o.mirror_trace_id), 'hex') || '/' || lpad(to_hex(o.mirror_span_id), 16, '0') AS mirror_of,
    o.cost_basis
FROM tidemark_store.operations o
JOIN tidemark_store.series s ON s.number = o.series
LEFT JOIN tidemark_store.traits t ON t.number = o.traits
-- The log event of a span is not returned: the span's row has its facts.
WHERE o.mirror_span_id IS NULL OR o.source = {source.span};
COMMENT ON VIEW tidemark.operations IS
    'One row per operation: a model call, tool call, agent or workflow run, cache lookup or call to another service. Token counts: input includes cache, '
    'output includes reasoning. mirror_of: trace_id/span_id of the report of the same call that counts instead of this one, which has kind other and no '
    'numbers.';
