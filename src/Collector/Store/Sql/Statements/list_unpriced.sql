-- Model calls of unknown cost since $1, by provider and model, most frequent first. Failed calls without usage are excluded.
SELECT s.provider, coalesce(o.response_model, o.request_model, '') AS model, count(*) AS calls,
    count(*) FILTER (WHERE o.input_tokens IS NULL AND o.output_tokens IS NULL) AS without_usage
FROM tidemark_store.operations o
JOIN tidemark_store.series s ON s.number = o.series
WHERE o.started_at >= $1 AND s.kind IN ({kind.inference}, {kind.embedding}) AND o.cost_usd IS NULL AND o.mirror_trace_id IS NULL
  AND (o.error_type IS NULL OR o.input_tokens IS NOT NULL OR o.output_tokens IS NOT NULL)
GROUP BY s.provider, coalesce(o.response_model, o.request_model, '')
ORDER BY calls DESC, model
LIMIT 200
