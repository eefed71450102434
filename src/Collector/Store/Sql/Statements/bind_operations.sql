UPDATE tidemark_store.operations o
SET session_id = k.session_id
FROM (SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::timestamptz[], $5::text[]) ORDER BY 4, 1, 2, 3)
    AS k (trace_id, span_id, shard, started_at, session_id)
WHERE (o.trace_id, o.span_id, o.shard, o.started_at) = (k.trace_id, k.span_id, k.shard, k.started_at)
