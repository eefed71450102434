-- Takes deltas to merge them. $1 = rows at most.
DELETE FROM tidemark_store.rollup_deltas
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.rollup_deltas LIMIT $1))
RETURNING {columns}
