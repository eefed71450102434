-- Removes a user from the list of names. $1 = user id.
DELETE FROM tidemark_store.user_names WHERE user_id = $1
