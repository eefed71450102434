-- Open sessions that are due to become idle or ended, or have a successor. $1 = idle if last seen by then, $2 = ended
-- if last seen by then, $3 = maximum rows.
-- Without a lock: Citus locks rows of one shard only. Writes are guarded by the revision, and one collector sweeps at a time.
WITH followed AS MATERIALIZED (
    SELECT DISTINCT n.previous_session_id
    FROM tidemark_store.sessions n
    WHERE n.previous_session_id IN (SELECT p.session_id FROM tidemark_store.sessions p WHERE p.status < {status.ended} AND p.successor_at IS NULL)
)
SELECT s.*
FROM tidemark_store.sessions s
WHERE s.status < {status.ended}
  AND ((s.status = {status.active} AND s.last_seen_at <= $1)
    OR (s.status = {status.idle} AND s.last_seen_at <= $2)
    OR (s.successor_at IS NULL AND s.session_id IN (SELECT previous_session_id FROM followed)))
ORDER BY s.session_id, s.shard
LIMIT $3
