SELECT ARRAY(SELECT pg_snapshot_xip(pg_current_snapshot())) AS still_open, e.recorded_in, e.event_id
FROM tidemark_store.streamed_events e
ORDER BY e.recorded_in DESC, e.event_id DESC
LIMIT 1
