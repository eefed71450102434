-- The event with that id, or the newest available one before it.
SELECT ARRAY(SELECT pg_snapshot_xip(pg_current_snapshot())) AS still_open, e.recorded_in, e.event_id
FROM tidemark_store.session_events e
WHERE e.event_id <= $1
ORDER BY e.event_id DESC
LIMIT 1
