-- Open sessions that are due to become idle or ended, or have a successor. $1 = idle if last seen by then, $2 = ended
-- if last seen by then, $3 = maximum rows.
SELECT s.*
FROM tidemark_store.sessions s
WHERE s.status < {status.ended}
  AND ((s.status = {status.active} AND s.last_seen_at <= $1)
    OR (s.status = {status.idle} AND s.last_seen_at <= $2)
    OR (s.successor_at IS NULL AND EXISTS (SELECT FROM tidemark_store.sessions n WHERE n.previous_session_id = s.session_id)))
ORDER BY s.session_id, s.shard
LIMIT $3
FOR UPDATE SKIP LOCKED
