INSERT INTO tidemark_store.operations (
    trace_id, span_id, shard, started_at, parent_span_id, duration_us, series, request_model, response_model,
    session_id, conversation_id, user_id, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens,
    context_max, ttft_ms, bytes, cost_usd, cost_source, error_type, error_class, finish_reason, source, attributes, content,
    labels, mirror_trace_id, mirror_span_id, cost_basis)
SELECT * FROM unnest(
    $1::uuid[], $2::bigint[], $3::smallint[], $4::timestamptz[], $5::bigint[], $6::bigint[], $7::integer[], $8::text[], $9::text[],
    $10::text[], $11::text[], $12::text[], $13::integer[], $14::integer[], $15::integer[], $16::integer[], $17::integer[],
    $18::integer[], $19::float8[], $20::bigint[], $21::numeric[], $22::smallint[], $23::text[], $24::text[], $25::text[], $26::smallint[],
    $27::jsonb[], $28::jsonb[], $29::jsonb[], $30::uuid[], $31::bigint[], $32::text[])
ORDER BY 1, 2, 3, 4
ON CONFLICT DO NOTHING
RETURNING trace_id, span_id, shard, started_at
