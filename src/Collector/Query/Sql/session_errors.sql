SELECT
    o.error_type AS "Type",
    coalesce(o.error_class, '') AS "Class",
    coalesce(o.tool, o.dependency, o.response_model, o.request_model, nullif(o.operation, ''), o.kind) AS "Where",
    count(*)::int AS "Count",
    min(o.started_at) AS "First",
    max(o.started_at) AS "Last"
FROM tidemark.operations o
WHERE o.session_id = $1 AND o.is_error AND o.mirror_of IS NULL
GROUP BY 1, 2, 3
ORDER BY count(*) DESC
LIMIT 30
