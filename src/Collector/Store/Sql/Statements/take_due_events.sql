-- Events whose wait is over become operations, unless their span or another event of it is there already; so do MCP clients'
-- tool calls, unless the framework's span of the same run is: the one around it or one of the same call id. Runs under the
-- exclusive form of the lock that every lane's transaction holds in its shared form: no span can slip in between.
-- $1 = now, $2 = most rows.
WITH due AS (
    DELETE FROM tidemark_store.unsettled_events u
    USING (
        SELECT w.trace_id, w.span_id, w.shard, w.started_at
        FROM tidemark_store.unsettled_events w
        WHERE w.due_at <= $1
        ORDER BY w.trace_id, w.span_id, w.shard, w.started_at
        LIMIT $2
        FOR UPDATE OF w SKIP LOCKED
    ) ready
    WHERE (u.trace_id, u.span_id, u.shard, u.started_at) = (ready.trace_id, ready.span_id, ready.shard, ready.started_at)
    RETURNING u.*
), first AS (
    SELECT DISTINCT ON (d.trace_id, d.span_id) d.*
    FROM due d
    WHERE NOT EXISTS (
        SELECT FROM tidemark_store.operations o
        WHERE encode(uuid_send(o.trace_id), 'hex') = encode(uuid_send(d.trace_id), 'hex') AND o.span_id = d.span_id AND o.started_at BETWEEN d.started_at - interval '1 day' AND d.started_at + interval '1 day')
        AND NOT (d.source = 1 AND EXISTS (
            SELECT FROM tidemark_store.operations o
            JOIN tidemark_store.series around ON around.number = o.series
            JOIN tidemark_store.series own ON own.number = d.series
            WHERE encode(uuid_send(o.trace_id), 'hex') = encode(uuid_send(d.trace_id), 'hex') AND o.started_at BETWEEN d.started_at - interval '1 day' AND d.started_at + interval '1 day'
                AND around.kind = own.kind
                AND (o.span_id = d.parent_span_id AND around.tool = own.tool OR o.attributes ->> 'gen_ai.tool.call.id' = d.attributes ->> 'gen_ai.tool.call.id')))
    ORDER BY d.trace_id, d.span_id, d.started_at, d.shard
), stored AS (
    INSERT INTO tidemark_store.operations ({columns})
    SELECT {columns}
    FROM first
    ORDER BY started_at, trace_id, span_id, shard
    ON CONFLICT DO NOTHING
    RETURNING trace_id, span_id, shard, started_at, parent_span_id, series, source
), told AS (
    INSERT INTO tidemark_store.told_by_event (trace_id, span_id, shard, started_at)
    SELECT trace_id, span_id, 0, started_at FROM stored WHERE source = 2 ORDER BY 1, 2
    ON CONFLICT DO NOTHING
), told_by_inner AS (
    INSERT INTO tidemark_store.told_by_inner (trace_id, span_id, shard, tool, started_at)
    SELECT i.trace_id, i.parent_span_id, 0, s.tool, i.started_at
    FROM stored i
    JOIN tidemark_store.series s ON s.number = i.series
    WHERE i.source = 1 AND i.parent_span_id IS NOT NULL
    ORDER BY 1, 2, 4
    ON CONFLICT DO NOTHING
), counted AS (
    UPDATE tidemark_store.ledger l
    SET waiting = l.waiting - c.all_of_them, stored = l.stored + c.stored, duplicate = l.duplicate + c.all_of_them - c.stored
    FROM (
        SELECT d.ledger_minute, d.ledger_source, d.ledger_signal, d.ledger_shard, count(*) AS all_of_them, count(s.trace_id) AS stored
        FROM due d
        LEFT JOIN stored s USING (trace_id, span_id, shard, started_at)
        GROUP BY 1, 2, 3, 4
        ORDER BY 1, 2, 3, 4
    ) c
    WHERE (l.minute, l.source, l.signal, l.shard) = (c.ledger_minute, c.ledger_source, c.ledger_signal, c.ledger_shard)
)
SELECT trace_id, span_id, shard, started_at FROM stored
