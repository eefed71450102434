-- Agent and workflow runs are excluded: they are slow because of the operations inside.
SELECT
    o.started_at AS "StartedAt",
    o.kind AS "Kind",
    coalesce(o.tool, o.dependency, o.response_model, o.request_model, nullif(o.operation, ''), o.kind) AS "What",
    o.duration_ms::float8 AS "DurationMs",
    o.is_error AS "Failed"
FROM tidemark.operations o
WHERE o.session_id = $1 AND o.kind NOT IN ('agent', 'workflow', 'request') AND o.mirror_of IS NULL AND o.duration_ms IS NOT NULL
ORDER BY o.duration_ms DESC
LIMIT 10
