-- The stream of events is read in this order: see read_events.sql.
CREATE INDEX session_events_stream ON tidemark_store.session_events (recorded_in, event_id);
