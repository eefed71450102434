-- Takes deltas for merging, oldest first. $1 = about how many rows: those of the last ten seconds among them are all taken.
DELETE FROM tidemark_store.rollup_deltas
WHERE bucket <= (SELECT max(first.bucket) FROM (SELECT d.bucket FROM tidemark_store.rollup_deltas d ORDER BY d.bucket LIMIT $1) AS first)
RETURNING {columns}
