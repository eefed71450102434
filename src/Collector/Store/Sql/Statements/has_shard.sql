-- Whether this server holds the shard. A statement of its own: what was moved while the lock was waited for is seen only by the next one. $1 = shard.
SELECT EXISTS (
    SELECT 1
    FROM pg_dist_placement placement
    JOIN pg_dist_local_group own ON own.groupid = placement.groupid
    WHERE placement.shardid = $1::bigint)
