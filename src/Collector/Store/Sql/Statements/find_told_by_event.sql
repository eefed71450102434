-- Tool: only a run of that tool was told by another item, not whatever else the span may be.
SELECT t.trace_id, t.span_id, NULL AS tool
FROM unnest($1::uuid[], $2::bigint[]) AS k (trace_id, span_id)
JOIN tidemark_store.told_by_event t USING (trace_id, span_id)
UNION ALL
SELECT t.trace_id, t.span_id, t.tool
FROM unnest($1::uuid[], $2::bigint[]) AS k (trace_id, span_id)
JOIN tidemark_store.told_by_inner t USING (trace_id, span_id)
