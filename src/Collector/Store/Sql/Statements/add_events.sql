INSERT INTO tidemark_store.session_events ({columns})
SELECT {values}
FROM {ordered_rows}
ORDER BY position
