-- Removes a user from spans that are not operations. $1 = user id.
UPDATE tidemark_store.trace_facts SET user_id = NULL WHERE user_id = $1
