-- Which of these operations are stored with other numbers. Costs are left out: they may have been recomputed since; so
-- are operations of which something else counts than was reported. Looked up
-- one by one, each in the one partition of its start, however many there are.
SELECT k.trace_id, k.span_id, k.shard, k.started_at
FROM unnest(
    $1::uuid[], $2::bigint[], $3::smallint[], $4::timestamptz[], $5::bigint[], $6::text[], $7::text[], $8::integer[], $9::integer[], $10::text[])
    AS k (trace_id, span_id, shard, started_at, duration_us, request_model, response_model, input_tokens, output_tokens, error_type)
CROSS JOIN LATERAL (
    SELECT o.duration_us, coalesce(o.request_model, t.request_model) AS request_model, coalesce(o.response_model, t.response_model) AS response_model, o.input_tokens, o.output_tokens, o.error_type
    FROM tidemark_store.operations o
    LEFT JOIN tidemark_store.traits t ON t.number = o.traits
    WHERE o.trace_id = k.trace_id AND o.span_id = k.span_id AND o.shard = k.shard AND o.started_at = k.started_at AND o.reported IS NULL
    LIMIT 1
) o
WHERE (o.duration_us, o.request_model, o.response_model, o.input_tokens, o.output_tokens, o.error_type)
    IS DISTINCT FROM (k.duration_us, k.request_model, k.response_model, k.input_tokens, k.output_tokens, k.error_type)
