SELECT tidemark_store.make_partitions($1, $2, $3)
