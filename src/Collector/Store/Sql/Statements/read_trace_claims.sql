SELECT DISTINCT trace
FROM unnest($1::bigint[], $2::smallint[]) AS report (hash, shard)
JOIN tidemark_store.trace_claims claim USING (hash, shard)
CROSS JOIN LATERAL unnest(claim.traces) AS trace
