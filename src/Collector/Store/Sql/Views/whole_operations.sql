CREATE OR REPLACE VIEW tidemark_store.whole_operations AS
SELECT o.trace_id, o.span_id, o.shard, o.started_at, o.parent_span_id, o.duration_us,
    coalesce(o.request_model, t.request_model) AS request_model, coalesce(o.response_model, t.response_model) AS response_model,
    o.session_id, o.conversation_id, o.user_id,
    o.input_tokens, o.output_tokens, o.cache_read_tokens, o.cache_write_tokens, o.reasoning_tokens,
    coalesce(o.context_max, t.context_max) AS context_max, o.ttft_ms, o.bytes, o.cost_usd, o.cost_source, o.cost_basis, o.error_type, o.error_class,
    coalesce(o.finish_reason, t.finish_reason) AS finish_reason, o.source, o.reporter, coalesce(o.labels, t.labels) AS labels,
    o.mirror_trace_id, o.mirror_span_id, o.reported, o.response_hash, o.call_hash,
    coalesce(o.attributes -> 'tidemark.billing', t.attributes -> 'tidemark.billing')::text AS billing,
    o.names::text AS names, s.service, s.environment, s.kind, s.operation, s.provider, s.model, s.agent, s.workflow, s.tool, s.dependency
FROM tidemark_store.operations o
JOIN tidemark_store.series s ON s.number = o.series
LEFT JOIN tidemark_store.traits t ON t.number = o.traits;
COMMENT ON VIEW tidemark_store.whole_operations IS
    'Operations with the values of their series and traits, as the collector reads them; without content and attributes.';
