-- Removes a user from the counts of coding agents. The digest stays, as it is a key. $1 = user id.
UPDATE tidemark_store.coding_counts SET user_id = '' WHERE user_id = $1
