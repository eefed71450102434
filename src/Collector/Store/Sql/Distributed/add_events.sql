-- With no transaction's number yet: see stamp_events.sql.
INSERT INTO tidemark_store.session_events ({columns}, recorded_in)
SELECT {values}, '0'::xid8
FROM {ordered_rows}
ORDER BY position
