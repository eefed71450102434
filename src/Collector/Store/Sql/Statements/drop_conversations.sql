DELETE FROM tidemark_store.conversations c
USING {rows}
WHERE (c.session_id, c.conversation_id, c.shard) = (x.session_id, x.conversation_id, x.shard)
