SELECT t.trace_id, t.span_id
FROM unnest($1::uuid[], $2::bigint[]) AS k (trace_id, span_id)
JOIN tidemark_store.told_by_event t USING (trace_id, span_id)
