-- Operations that ended during the last $1 minutes, by service, busiest first.
SELECT
    stats.label AS service,
    stats.operations,
    stats.errors,
    stats.total_tokens,
    stats.cost_usd::float8 AS cost_usd
FROM tidemark.stats(now() - make_interval(mins => $1::int), now() + interval '10 seconds', 'service') AS stats
ORDER BY stats.operations DESC, stats.label
LIMIT 100
