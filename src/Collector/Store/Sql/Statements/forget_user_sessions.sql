-- Removes a user from sessions. $1 = user id.
UPDATE tidemark_store.sessions SET user_id = NULL, revision = revision + 1 WHERE user_id = $1
