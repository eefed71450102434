SELECT count(DISTINCT trace_id) FROM tidemark_store.trace_queue
