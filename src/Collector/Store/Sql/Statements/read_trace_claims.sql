SELECT DISTINCT trace
FROM {rows}
JOIN tidemark_store.trace_claims claim USING (hash, shard)
CROSS JOIN LATERAL unnest(claim.traces) AS trace
