-- $1 = before.
DELETE FROM tidemark_store.streamed_events WHERE recorded_at < $1
