-- Adds combinations of traits while there is room. $9 = maximum rows of the table.
INSERT INTO tidemark_store.traits ({columns})
SELECT {columns}
FROM (
    SELECT fresh.*, row_number() OVER (ORDER BY fresh.digest) AS place
    FROM (
        SELECT DISTINCT ON (x.digest) {values}
        FROM {rows}
        WHERE x.digest NOT IN (SELECT t.digest FROM tidemark_store.traits t)
        ORDER BY x.digest
    ) AS fresh
) AS placed
WHERE placed.place <= $9 - (SELECT count(*) FROM tidemark_store.traits)
ORDER BY placed.digest
ON CONFLICT DO NOTHING
