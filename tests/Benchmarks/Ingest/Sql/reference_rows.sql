-- What the collector stored from transaction $1 on, of the shards of one of $2 connections ($3), as the reference table has it, in the order in which
-- it was written, so that the indexes see the same sequence.
SELECT o.trace_id, o.span_id, o.shard, o.started_at, o.parent_span_id, o.duration_us, o.series,
    coalesce(o.request_model, t.request_model), coalesce(o.response_model, t.response_model), o.session_id, o.conversation_id, o.user_id,
    o.input_tokens, o.output_tokens, o.cache_read_tokens, o.cache_write_tokens, o.reasoning_tokens, coalesce(o.context_max, t.context_max),
    o.ttft_ms, o.bytes, o.cost_usd, o.cost_source, o.error_type, o.error_class, coalesce(o.finish_reason, t.finish_reason), o.source,
    CASE WHEN o.attributes IS NULL THEN t.attributes WHEN t.attributes IS NULL THEN o.attributes ELSE t.attributes || o.attributes END, o.content
FROM tidemark_store.operations o
LEFT JOIN tidemark_store.traits t ON t.number = o.traits
WHERE o.xmin::text::bigint >= $1 AND o.shard % $2 = $3
ORDER BY o.tableoid, o.ctid
