-- Events that were relayed before, from another server, are kept as they are.
INSERT INTO tidemark_store.streamed_events ({columns})
SELECT {values}
FROM {ordered_rows}
ORDER BY position
ON CONFLICT DO NOTHING
