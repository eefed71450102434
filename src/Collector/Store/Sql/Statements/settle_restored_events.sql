-- Events restored from a backup carry the transaction numbers of the server they came from, which this server may not
-- have reached yet: readers would take them for events to come. All of them lie in the past.
UPDATE tidemark_store.session_events
SET recorded_in = '0'::xid8
WHERE recorded_in >= pg_snapshot_xmax(pg_current_snapshot())
