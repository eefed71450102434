SELECT c.*
FROM tidemark_store.conversations c
WHERE c.session_id = ANY ($1)
ORDER BY c.session_id, c.conversation_id, c.shard
