-- Which of these operations are stored with other numbers. Costs are ignored, as they may have been recomputed; so are operations
-- whose effective facts differ from the reported ones.
SELECT x.trace_id, x.span_id, x.shard, x.started_at
FROM {rows}
JOIN tidemark_store.operations o ON o.trace_id = x.trace_id AND o.span_id = x.span_id AND o.shard = x.shard AND o.started_at = x.started_at
LEFT JOIN tidemark_store.traits t ON t.number = o.traits
WHERE o.reported IS NULL
  AND (o.duration_us, coalesce(o.request_model, t.request_model), coalesce(o.response_model, t.response_model), o.input_tokens, o.output_tokens,
        coalesce(o.names ->> 'error_type', o.error_type))
    IS DISTINCT FROM (x.duration_us, x.request_model, x.response_model, x.input_tokens, x.output_tokens, x.error_type)
