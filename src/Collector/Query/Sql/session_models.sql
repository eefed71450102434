SELECT
    coalesce(o.response_model, o.request_model, nullif(o.operation, ''), o.kind) AS "Model",
    coalesce(max(o.provider), '') AS "Provider",
    count(*)::int AS "Calls",
    (count(*) FILTER (WHERE o.is_error))::int AS "Errors",
    avg(o.duration_ms)::float8 AS "AverageMs",
    max(o.duration_ms)::float8 AS "LongestMs",
    coalesce(sum(o.input_tokens), 0)::bigint AS "InputTokens",
    coalesce(sum(o.output_tokens), 0)::bigint AS "OutputTokens",
    coalesce(sum(o.cache_read_tokens), 0)::bigint AS "CacheReadTokens",
    sum(o.cost_usd)::float8 AS "CostUsd"
FROM tidemark.operations o
WHERE o.session_id = $1 AND o.kind IN ('inference', 'embedding') AND o.mirror_of IS NULL
GROUP BY 1
ORDER BY sum(o.cost_usd) DESC NULLS LAST, count(*) DESC
