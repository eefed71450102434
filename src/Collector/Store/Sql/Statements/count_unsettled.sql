SELECT (SELECT count(*) FROM tidemark_store.unbound), (SELECT count(*) FROM tidemark_store.unsettled_events)
