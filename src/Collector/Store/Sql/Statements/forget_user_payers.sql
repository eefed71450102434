-- Removes the user from rollups: sums and labels stay. A digest of its own, so that later calls do not land on it. $1 = user id.
UPDATE tidemark_store.payers SET user_id = '', digest = gen_random_uuid() WHERE user_id = $1
