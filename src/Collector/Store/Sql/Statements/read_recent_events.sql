-- The events of shards that have been moved here, since $1: some may not have been relayed yet, and their transactions' numbers are of another server.
SELECT e.*
FROM tidemark_store.session_events e
WHERE e.recorded_at >= $1
ORDER BY e.event_id
