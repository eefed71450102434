UPDATE tidemark_store.operations o
SET cost_usd = k.cost_usd, cost_source = CASE WHEN k.cost_usd IS NULL THEN NULL ELSE 2 END, cost_basis = k.cost_basis
FROM (SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::timestamptz[], $5::numeric[], $6::text[]) ORDER BY 4, 1, 2, 3)
    AS k (trace_id, span_id, shard, started_at, cost_usd, cost_basis)
WHERE (o.trace_id, o.span_id, o.shard, o.started_at) = (k.trace_id, k.span_id, k.shard, k.started_at)
