-- Which of these operations are stored with other numbers. Costs are ignored, as they may have been recomputed; so are operations
-- whose effective facts differ from the reported ones. Looked up one by one, each in the partition of its start, regardless of their number.
SELECT x.trace_id, x.span_id, x.shard, x.started_at
FROM {rows}
CROSS JOIN LATERAL (
    SELECT o.duration_us, coalesce(o.request_model, t.request_model) AS request_model, coalesce(o.response_model, t.response_model) AS response_model,
        o.input_tokens, o.output_tokens,
        coalesce(o.names ->> 'error_type', o.error_type) AS error_type
    FROM tidemark_store.operations o
    LEFT JOIN tidemark_store.traits t ON t.number = o.traits
    WHERE o.trace_id = x.trace_id AND o.span_id = x.span_id AND o.shard = x.shard AND o.started_at = x.started_at AND o.reported IS NULL
    LIMIT 1
) o
WHERE (o.duration_us, o.request_model, o.response_model, o.input_tokens, o.output_tokens, o.error_type)
    IS DISTINCT FROM (x.duration_us, x.request_model, x.response_model, x.input_tokens, x.output_tokens, x.error_type)
