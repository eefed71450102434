-- Gives events the number that this transaction has on the server which holds them: readers of that server's events know no other. $1 = recorded_at.
UPDATE tidemark_store.session_events
SET recorded_in = tidemark_store.recorded_here(event_id)
WHERE recorded_at = $1 AND recorded_in = '0'::xid8
