-- The event with that id; ids of different servers are in no order. None: it is older than the stream, which is then read from its start.
SELECT ARRAY(SELECT pg_snapshot_xip(pg_current_snapshot())) AS still_open, e.recorded_in, e.event_id
FROM tidemark_store.streamed_events e
WHERE e.event_id = $1
