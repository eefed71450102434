SELECT tidemark_store.make_partitions('session_events', current_date - 8, current_date + 1);
