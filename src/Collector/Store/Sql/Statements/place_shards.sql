-- As many shards as citus.shard_count says. $1 = table, $2 = column.
SELECT create_distributed_table($1::text::regclass, $2::text)
