-- Removes the user from what coding agents did. The digest stays: it is a key, no name. $1 = user id.
UPDATE tidemark_store.coding_counts SET user_id = '' WHERE user_id = $1
