SELECT server, transaction, position FROM tidemark_store.stream_positions
