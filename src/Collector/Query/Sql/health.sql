-- Over the last $1 seconds; arrays are filters as in tidemark.health.
WITH asked AS (SELECT now() - make_interval(secs => $1::int) AS low, now() AS high)
SELECT
    a.high,
    $1::int,
    h.health_score,
    h.health_status,
    h.availability,
    h.in_time_ratio,
    h.cache_hit_ratio,
    h.dependency_availability,
    coalesce(s.operations, 0),
    coalesce(s.errors, 0),
    s.p95_ms
FROM asked a
LEFT JOIN LATERAL tidemark.health(a.low, a.high, services => $2, environments => $3, models => $4, agents => $5) h ON true
LEFT JOIN LATERAL tidemark.stats(a.low, a.high, services => $2, environments => $3, models => $4, agents => $5) s ON true
