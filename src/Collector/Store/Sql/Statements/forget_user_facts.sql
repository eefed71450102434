-- Takes a user out of spans that are no operations. $1 = user id.
UPDATE tidemark_store.trace_facts SET user_id = NULL WHERE user_id = $1
