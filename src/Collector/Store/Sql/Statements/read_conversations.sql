SELECT c.*
FROM unnest($1::text[], $2::text[], $3::smallint[]) AS k (session_id, conversation_id, shard)
JOIN tidemark_store.conversations c USING (session_id, conversation_id, shard)
