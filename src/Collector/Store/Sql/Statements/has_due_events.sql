SELECT EXISTS (SELECT FROM tidemark_store.unsettled_events WHERE due_at <= $1)
