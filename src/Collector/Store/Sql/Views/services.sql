CREATE OR REPLACE VIEW tidemark.services AS
SELECT r.name,
    tidemark_store.floor_to(min(r.bucket), 3600) AS first_seen_at,
    tidemark_store.floor_to(max(r.bucket), 3600) AS last_seen_at,
    sum(r.operations)::bigint AS operations,
    sum(r.errors)::bigint AS errors,
    sum(r.input_tokens)::bigint AS input_tokens,
    sum(r.output_tokens)::bigint AS output_tokens,
    sum(r.input_tokens + r.output_tokens)::bigint AS total_tokens,
    sum(r.cost_usd) AS cost_usd,
    sum(r.unpriced)::bigint AS unpriced
FROM (
    SELECT s.service AS name, r.bucket, r.operations, r.errors, r.input_tokens, r.output_tokens, r.cost_usd, r.unpriced
    FROM tidemark_store.series s
    JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = {tier.one_hour}
    WHERE s.scope = {scope.service}
    UNION ALL
    SELECT s.service, d.bucket, d.operations, d.errors, d.input_tokens, d.output_tokens, d.cost_usd, d.unpriced
    FROM tidemark_store.unmerged_rollups d
    JOIN tidemark_store.series s ON s.number = d.series
    WHERE s.scope = {scope.series} AND s.service <> ''
) r
GROUP BY r.name
HAVING sum(r.operations) > 0;
COMMENT ON VIEW tidemark.services IS 'All services with their totals; first and last seen to the hour.';
