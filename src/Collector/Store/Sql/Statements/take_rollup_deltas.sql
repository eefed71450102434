-- Takes deltas for merging. $1 = maximum rows.
DELETE FROM tidemark_store.rollup_deltas
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.rollup_deltas LIMIT $1))
RETURNING {columns}
