-- Keeps the shard where it is until the end of the transaction: moving one takes a lock that excludes this (5 = ShareLock). $1 = shard.
SELECT lock_shard_metadata(5, ARRAY[$1::bigint])
