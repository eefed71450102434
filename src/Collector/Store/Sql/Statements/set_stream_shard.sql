-- $1 = shard, $2 = server.
INSERT INTO tidemark_store.stream_shards (shard, server) VALUES ($1, $2)
ON CONFLICT (shard) DO UPDATE SET server = excluded.server
