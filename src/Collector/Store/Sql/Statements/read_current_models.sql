-- The last minute by model, busiest first; range as in read_current_numbers.sql.
WITH asked AS (SELECT tidemark_store.floor_to(now() - make_interval(secs => $1), 10) AS low, now() AS high)
SELECT
    s.label AS model,
    s.operations / extract(epoch FROM a.high - a.low)::float8 AS operations_per_second,
    s.total_tokens / extract(epoch FROM a.high - a.low)::float8 AS tokens_per_second,
    (coalesce(s.cost_usd, 0) * 3600)::float8 / extract(epoch FROM a.high - a.low)::float8 AS cost_per_hour,
    s.error_ratio,
    s.p95_ms
FROM asked a
CROSS JOIN LATERAL tidemark.stats(a.low, a.high, 'model') s
WHERE s.label <> ''
ORDER BY s.operations DESC, s.label
LIMIT $2
