-- Records which traces report a call, and queues all of them if there are several. Sorted, like all statements that write several rows.
-- A hash shared by more than 16 traces does not identify a call: no more are recorded. $6 = due, $7 = now.
WITH reports AS (
    SELECT x.hash, x.shard, array_agg(DISTINCT x.trace_id) AS traces, min(x.started_at) AS started_at
    FROM {rows}
    GROUP BY x.hash, x.shard
    ORDER BY x.hash, x.shard
), claimed AS (
    INSERT INTO tidemark_store.trace_claims AS claim (hash, shard, traces, started_at, recorded_at)
    SELECT hash, shard, traces, started_at, $7 FROM reports
    ON CONFLICT (hash, shard) DO UPDATE SET
        traces = ARRAY(SELECT DISTINCT trace FROM unnest(claim.traces || excluded.traces) AS trace ORDER BY trace),
        started_at = least(claim.started_at, excluded.started_at)
    WHERE NOT claim.traces @> excluded.traces AND cardinality(claim.traces) < 16
    RETURNING claim.traces, claim.started_at
)
INSERT INTO tidemark_store.trace_queue (trace_id, shard, due_at, since, started_at, operations)
SELECT trace, ($5::smallint[])[1], $6, $7, min(claimed.started_at), 0
FROM claimed
CROSS JOIN LATERAL unnest(claimed.traces) AS trace
WHERE cardinality(claimed.traces) > 1
GROUP BY trace
