CREATE OR REPLACE VIEW tidemark_store.agent_model_service_totals AS
SELECT r.scope,
    r.name,
    tidemark_store.floor_to(min(r.bucket), 3600) AS first_seen_at,
    tidemark_store.floor_to(max(r.bucket), 3600) AS last_seen_at,
    sum(r.operations)::bigint AS operations,
    sum(r.errors)::bigint AS errors,
    sum(r.input_tokens)::bigint AS input_tokens,
    sum(r.output_tokens)::bigint AS output_tokens,
    sum(r.input_tokens + r.output_tokens)::bigint AS total_tokens,
    CASE WHEN sum(r.cost_usd) > 0 OR sum(r.unpriced) = 0 THEN sum(r.cost_usd) END AS cost_usd,
    sum(r.unpriced)::bigint AS unpriced
FROM (
    SELECT s.scope, n.name, r.bucket, r.operations, r.errors, r.input_tokens, r.output_tokens, r.cost_usd, r.unpriced
    FROM tidemark_store.series s
    CROSS JOIN LATERAL (VALUES ({scope.agent}::smallint, s.agent), ({scope.model}, s.model), ({scope.service}, s.service)) AS n (scope, name)
    JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = {tier.one_hour}
    WHERE s.scope = n.scope
    UNION ALL
    SELECT n.scope, n.name, d.bucket, d.operations, d.errors, d.input_tokens, d.output_tokens, d.cost_usd, d.unpriced
    FROM tidemark_store.unmerged_rollups d
    JOIN tidemark_store.series s ON s.number = d.series
    CROSS JOIN LATERAL (VALUES ({scope.agent}::smallint, s.agent), ({scope.model}, s.model), ({scope.service}, s.service)) AS n (scope, name)
    WHERE s.scope = {scope.series} AND n.name <> ''
) r
GROUP BY r.scope, r.name
HAVING sum(r.operations) > 0;
COMMENT ON VIEW tidemark_store.agent_model_service_totals IS 'Totals of each agent, model and service; first and last seen to the hour.';
