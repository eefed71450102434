-- The shards of distributed tables by the shard of operations that they are co-located with, and the placements of reference tables (anchor 0).
WITH anchors AS (
    SELECT shardid, shardminvalue
    FROM pg_dist_shard
    WHERE logicalrelid = 'tidemark_store.operations'::regclass
)
SELECT coalesce(anchors.shardid, 0) AS anchor, node.nodename AS host, node.nodeport AS port, own.relname::text AS table_name,
    shard_name(shard.logicalrelid, shard.shardid) AS shard_table
FROM pg_dist_shard shard
JOIN pg_class own ON own.oid = shard.logicalrelid AND NOT own.relispartition AND own.relnamespace = 'tidemark_store'::regnamespace
JOIN pg_dist_partition distributed ON distributed.logicalrelid = shard.logicalrelid AND distributed.partmethod IN ('h', 'n')
LEFT JOIN anchors ON anchors.shardminvalue = shard.shardminvalue
JOIN pg_dist_placement placement ON placement.shardid = shard.shardid
JOIN pg_dist_node node ON node.groupid = placement.groupid AND node.noderole = 'primary'
ORDER BY anchors.shardminvalue::bigint NULLS FIRST, own.relname
