-- Removes a user from unmerged deltas. $1 = user id.
UPDATE tidemark_store.rollup_deltas SET user_id = NULL WHERE user_id = $1
