-- The stored inferences of a session's main conversation, starting with the last one before a given time: a late one is merged into these.
SELECT o.started_at, o.span_id, coalesce(o.names ->> 'model', s.model) AS model
FROM tidemark_store.operations o
JOIN tidemark_store.series s ON s.number = o.series
WHERE o.session_id = $1 AND s.kind = {kind.inference} AND coalesce(o.names ->> 'model', s.model) <> '' AND o.error_type IS NULL
    AND NOT coalesce(o.reported ? 'side', false)
  AND o.started_at >= coalesce(
      (SELECT max(p.started_at) FROM tidemark_store.operations p JOIN tidemark_store.series q ON q.number = p.series
       WHERE p.session_id = $1 AND q.kind = {kind.inference} AND coalesce(p.names ->> 'model', q.model) <> '' AND p.error_type IS NULL
         AND NOT coalesce(p.reported ? 'side', false) AND p.started_at < $2), '-infinity')
ORDER BY o.started_at, o.span_id
