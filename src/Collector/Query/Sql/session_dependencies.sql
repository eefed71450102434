-- Where a session's time was spent, except model calls.
SELECT
    o.kind AS "Kind",
    coalesce(o.tool, o.dependency, nullif(o.operation, ''), o.kind) AS "Name",
    count(*)::int AS "Calls",
    (count(*) FILTER (WHERE o.is_error))::int AS "Errors",
    sum(o.duration_ms)::float8 AS "TotalMs",
    max(o.duration_ms)::float8 AS "LongestMs"
FROM tidemark.operations o
WHERE o.session_id = $1 AND o.kind IN ('tool', 'dependency', 'cache') AND o.mirror_of IS NULL
GROUP BY 1, 2
ORDER BY sum(o.duration_ms) DESC NULLS LAST, count(*) DESC
LIMIT 30
