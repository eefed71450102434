SELECT count(*) FROM tidemark_store.sessions WHERE status = {status.active}
