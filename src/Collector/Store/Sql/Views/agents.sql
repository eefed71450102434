CREATE OR REPLACE VIEW tidemark.agents AS
SELECT s.agent AS name,
    min(r.bucket) AS first_seen_at,
    max(r.bucket) AS last_seen_at,
    sum(r.operations)::bigint AS operations,
    sum(r.errors)::bigint AS errors,
    sum(r.input_tokens)::bigint AS input_tokens,
    sum(r.output_tokens)::bigint AS output_tokens,
    sum(r.input_tokens + r.output_tokens)::bigint AS total_tokens,
    sum(r.cost_usd) AS cost_usd,
    sum(r.unpriced)::bigint AS unpriced
FROM tidemark_store.series s
JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = 3600
WHERE s.scope = 4
GROUP BY s.agent;
COMMENT ON VIEW tidemark.agents IS 'Every agent seen, with its totals; first and last seen to the hour.';
