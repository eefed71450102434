-- Events restored from a backup have transaction numbers of the original server, which this server may not have
-- reached yet: readers would take them for future events. All of them are in the past.
UPDATE tidemark_store.streamed_events
SET recorded_in = '0'::xid8
WHERE recorded_in >= pg_snapshot_xmax(pg_current_snapshot())
