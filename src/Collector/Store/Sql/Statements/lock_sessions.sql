SELECT s.*
FROM {rows}
JOIN tidemark_store.sessions s USING ({columns})
ORDER BY s.session_id, s.shard
FOR UPDATE OF s
