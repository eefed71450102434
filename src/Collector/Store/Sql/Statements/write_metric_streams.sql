-- One row short of what was sent = another writer came first: the caller starts over.
INSERT INTO tidemark_store.metric_streams ({columns})
SELECT {values}
FROM {rows}
ORDER BY {key}
ON CONFLICT ({key}) DO UPDATE SET {excluded}
WHERE tidemark_store.metric_streams.revision = excluded.revision - 1
