DELETE FROM tidemark_store.conversations c
USING unnest($1::text[], $2::text[], $3::smallint[]) AS k (session_id, conversation_id, shard)
WHERE (c.session_id, c.conversation_id, c.shard) = (k.session_id, k.conversation_id, k.shard)
