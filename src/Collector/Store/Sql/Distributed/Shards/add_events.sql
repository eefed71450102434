-- A shard's own table has no identity: the ids are drawn from this server's share of the table's sequence.
INSERT INTO tidemark_store.session_events (event_id, {columns})
SELECT nextval('tidemark_store.session_events_event_id_seq'), {values}
FROM {ordered_rows}
ORDER BY position
