-- Deletes sessions without operations: their events get the session that the operations belong to now.
WITH merged AS (
    DELETE FROM tidemark_store.sessions s
    USING {rows}
    WHERE (s.session_id, s.shard) = (x.session_id, x.shard)
    RETURNING s.session_id, x.merged_into
)
UPDATE tidemark_store.session_events e
SET data = e.data || jsonb_build_object('merged_into', merged.merged_into)
FROM merged
WHERE e.session_id = merged.session_id
