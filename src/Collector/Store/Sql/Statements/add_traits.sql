-- Adds combinations of traits while there is room. $9 = maximum rows of the table.
INSERT INTO tidemark_store.traits ({columns})
SELECT DISTINCT ON (x.digest) {values}
FROM {rows}
WHERE NOT EXISTS (SELECT FROM tidemark_store.traits t WHERE t.digest = x.digest)
ORDER BY x.digest
LIMIT greatest($9 - (SELECT count(*) FROM tidemark_store.traits), 0)
ON CONFLICT DO NOTHING
