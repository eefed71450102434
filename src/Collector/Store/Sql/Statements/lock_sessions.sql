SELECT s.*
FROM unnest($1::text[], $2::smallint[]) AS k (session_id, shard)
JOIN tidemark_store.sessions s USING (session_id, shard)
ORDER BY s.session_id, s.shard
FOR UPDATE OF s
