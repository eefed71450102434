UPDATE tidemark_store.operations o
SET cost_usd = k.cost_usd, cost_source = CASE WHEN k.cost_usd IS NULL THEN NULL ELSE {cost_source.computed} END, cost_basis = k.cost_basis
FROM (SELECT {values} FROM {rows} ORDER BY started_at, trace_id, span_id, shard) AS k
WHERE (o.trace_id, o.span_id, o.shard, o.started_at) = (k.trace_id, k.span_id, k.shard, k.started_at)
