-- Removes a user from rollups: sums and labels stay. With a unique digest, so that later calls do not match it. $1 = user id.
UPDATE tidemark_store.payers SET user_id = '', digest = gen_random_uuid() WHERE user_id = $1
