INSERT INTO tidemark_store.series ({columns})
SELECT {values}
FROM {rows}
ORDER BY {key}
ON CONFLICT DO NOTHING
