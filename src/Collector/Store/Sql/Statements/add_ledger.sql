INSERT INTO tidemark_store.ledger AS held ({columns})
SELECT {values}
FROM {rows}
ORDER BY {key}
ON CONFLICT ({key}) DO UPDATE SET {added}
