-- Updates operations to their effective values. An operation that no longer matches its row of traits gets all values in its own row.
UPDATE tidemark_store.operations o
SET duration_us = k.duration_us, series = k.series, names = k.names, session_id = k.session_id, conversation_id = k.conversation_id, user_id = k.user_id,
    input_tokens = k.input_tokens, output_tokens = k.output_tokens, cache_read_tokens = k.cache_read_tokens,
    cache_write_tokens = k.cache_write_tokens, reasoning_tokens = k.reasoning_tokens, ttft_ms = k.ttft_ms, bytes = k.bytes,
    cost_usd = k.cost_usd, cost_source = k.cost_source, error_type = k.error_type, error_class = k.error_class,
    mirror_trace_id = k.mirror_trace_id, mirror_span_id = k.mirror_span_id, cost_basis = k.cost_basis, reported = k.reported,
    (traits, request_model, response_model, context_max, finish_reason, labels, attributes) = (
        SELECT CASE WHEN t.is_same THEN o.traits ELSE 0 END,
            CASE WHEN t.is_same THEN o.request_model ELSE k.request_model END,
            CASE WHEN t.is_same THEN o.response_model ELSE k.response_model END,
            CASE WHEN t.is_same THEN o.context_max ELSE k.context_max END,
            CASE WHEN t.is_same THEN o.finish_reason ELSE k.finish_reason END,
            CASE WHEN t.is_same THEN o.labels ELSE k.labels END,
            CASE WHEN t.is_same OR t.attributes IS NULL THEN o.attributes WHEN o.attributes IS NULL THEN t.attributes ELSE t.attributes || o.attributes END
        FROM (SELECT) AS one
        LEFT JOIN LATERAL (
            SELECT shared.attributes,
                (coalesce(o.request_model, shared.request_model), coalesce(o.response_model, shared.response_model),
                    coalesce(o.context_max, shared.context_max),
                    coalesce(o.finish_reason, shared.finish_reason), coalesce(o.labels, shared.labels))
                    IS NOT DISTINCT FROM (k.request_model, k.response_model, k.context_max, k.finish_reason, k.labels) AS is_same
            FROM tidemark_store.traits shared
            WHERE shared.number = o.traits) AS t ON true)
FROM (SELECT {values} FROM {rows} ORDER BY started_at, trace_id, span_id, shard) AS k
WHERE (o.trace_id, o.span_id, o.shard, o.started_at) = (k.trace_id, k.span_id, k.shard, k.started_at)
