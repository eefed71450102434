SELECT tidemark_store.drop_partitions($1, $2)
