-- Fewer rows than sent = another writer was first: the caller retries.
INSERT INTO tidemark_store.sessions ({columns})
SELECT {values}
FROM {rows}
ORDER BY {key}
ON CONFLICT ({key}) DO UPDATE SET {excluded}
WHERE tidemark_store.sessions.revision = excluded.revision - 1
RETURNING 1
