-- A page of counted model calls whose cost the sender did not report. $1 = from, $2 = to, $3..$5 = key after which the page starts, $6 = rows.
SELECT o.*
FROM tidemark_store.whole_operations o
WHERE o.started_at >= $1 AND o.started_at < $2 AND (o.started_at, o.trace_id, o.span_id) > ($3, $4, $5)
  AND o.kind IN ({kind.inference}, {kind.embedding}) AND o.mirror_trace_id IS NULL AND o.cost_source IS DISTINCT FROM {cost_source.reported}
  AND (o.input_tokens IS NOT NULL OR o.output_tokens IS NOT NULL)
ORDER BY o.started_at, o.trace_id, o.span_id
LIMIT $6
