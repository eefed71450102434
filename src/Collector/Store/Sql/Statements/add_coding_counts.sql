INSERT INTO tidemark_store.coding_counts AS held ({columns})
SELECT {values}
FROM {rows}
ORDER BY {key}
ON CONFLICT ({key}) DO UPDATE SET value = held.value + excluded.value
