-- Adds payers that have no number yet.
INSERT INTO tidemark_store.payers ({columns})
SELECT {values}
FROM {rows}
WHERE NOT EXISTS (SELECT FROM tidemark_store.payers p WHERE p.digest = x.digest)
ORDER BY x.digest
ON CONFLICT DO NOTHING
