COPY tidemark_store.operations (
    trace_id, span_id, shard, started_at, parent_span_id, duration_us, series, request_model, response_model,
    session_id, conversation_id, user_id, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens,
    context_max, ttft_ms, bytes, cost_usd, cost_source, error_type, error_class, finish_reason, source, attributes, content,
    labels, mirror_trace_id, mirror_span_id, cost_basis)
FROM STDIN (FORMAT BINARY)
