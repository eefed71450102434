-- Sessions of which nothing is left: their events say which one their operations belong to now.
WITH merged AS (
    DELETE FROM tidemark_store.sessions s
    USING unnest($1::text[], $2::smallint[], $3::text[]) AS k (session_id, shard, merged_into)
    WHERE (s.session_id, s.shard) = (k.session_id, k.shard)
    RETURNING s.session_id, k.merged_into
)
UPDATE tidemark_store.session_events e
SET data = e.data || jsonb_build_object('merged_into', merged.merged_into)
FROM merged
WHERE e.session_id = merged.session_id
