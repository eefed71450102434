-- The list of users is replaced as a whole.
DELETE FROM tidemark_store.user_names
