DELETE FROM tidemark_store.told_by_event WHERE started_at < $1
