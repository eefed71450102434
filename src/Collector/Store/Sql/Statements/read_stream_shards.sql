SELECT shard, server FROM tidemark_store.stream_shards
