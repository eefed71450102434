-- The last minute; percentiles are of model calls. The range starts with a bucket of the finest rollups, so that rates are over what was actually counted.
WITH asked AS (SELECT tidemark_store.floor_to(now() - make_interval(secs => $1), 10) AS low, now() AS high)
SELECT
    a.high AS as_of,
    (SELECT count(*) FROM tidemark_store.sessions WHERE status < {status.ended} AND last_seen_at >= a.high - interval '5 minutes') AS sessions_active,
    coalesce(s.operations, 0) AS operations,
    coalesce(s.errors, 0) AS errors,
    coalesce(s.operations, 0) / extract(epoch FROM a.high - a.low)::float8 AS operations_per_second,
    coalesce(s.total_tokens, 0) / extract(epoch FROM a.high - a.low)::float8 AS tokens_per_second,
    (coalesce(s.cost_usd, 0) * 3600)::float8 / extract(epoch FROM a.high - a.low)::float8 AS cost_per_hour,
    m.p50_ms,
    m.p95_ms,
    m.p99_ms,
    h.health_score,
    h.health_status
FROM asked a
LEFT JOIN LATERAL tidemark.stats(a.low, a.high) s ON true
LEFT JOIN LATERAL tidemark.stats(a.low, a.high, kinds => ARRAY['inference']) m ON true
LEFT JOIN LATERAL tidemark.health(a.low, a.high) h ON true
