-- Operations that can be bound now: their trace has a session, or their wait is over. A trace that holds nothing of a model
-- or agent gets no session made up for it: plain web traffic is not a sitting. $1 = now, $2 = most rows.
DELETE FROM tidemark_store.unbound u
USING (
    SELECT w.trace_id, w.span_id, w.shard, w.started_at, t.session_id, t.is_genai
    FROM tidemark_store.unbound w
    CROSS JOIN LATERAL (
        SELECT (array_agg(o.session_id ORDER BY o.started_at, o.span_id) FILTER (WHERE o.session_id IS NOT NULL))[1] AS session_id,
            bool_or(s.kind <= 5) AS is_genai
        FROM tidemark_store.operations o
        JOIN tidemark_store.series s ON s.number = o.series
        WHERE encode(uuid_send(o.trace_id), 'hex') = encode(uuid_send(w.trace_id), 'hex') AND o.started_at BETWEEN w.started_at - interval '1 day' AND w.started_at + interval '1 day'
    ) t
    WHERE w.due_at <= $1 OR t.session_id IS NOT NULL
    ORDER BY w.trace_id, w.span_id, w.shard, w.started_at
    LIMIT $2
    FOR UPDATE OF w SKIP LOCKED
) ready
WHERE (u.trace_id, u.span_id, u.shard, u.started_at) = (ready.trace_id, ready.span_id, ready.shard, ready.started_at)
RETURNING u.trace_id, u.span_id, u.shard, u.started_at, u.compacted, u.compaction_before, u.compaction_after,
    CASE WHEN ready.session_id IS NOT NULL THEN ready.session_id WHEN ready.is_genai THEN 'trace:' || replace(u.trace_id::text, '-', '') END
