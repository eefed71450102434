-- Events that a reader has not read: those after its position ($1, $2), and those of transactions that were open when it passed them ($3, $4).
-- Limited to what a second position has passed ($6, $7), except what it has not read of transactions open then ($8, $9).
-- One statement is one snapshot, so that the events and the list of open transactions are consistent.
SELECT s.still_open, e.*
FROM (SELECT ARRAY(SELECT pg_snapshot_xip(pg_current_snapshot())) AS still_open) s
LEFT JOIN LATERAL (
    (SELECT e.*
     FROM unnest($3::xid8[], $4::bigint[]) AS o (id, after)
     JOIN tidemark_store.streamed_events e ON e.recorded_in = o.id AND e.event_id > o.after
     WHERE (e.recorded_in, e.event_id) <= ($6::xid8, $7::bigint)
       AND e.event_id <= coalesce(($9::bigint[])[array_position($8::xid8[], e.recorded_in)], e.event_id)
     ORDER BY e.recorded_in, e.event_id
     LIMIT $5)
    UNION ALL
    (SELECT e.*
     FROM tidemark_store.streamed_events e
     WHERE (e.recorded_in, e.event_id) > ($1::xid8, $2::bigint)
       AND (e.recorded_in, e.event_id) <= ($6::xid8, $7::bigint)
       AND e.event_id <= coalesce(($9::bigint[])[array_position($8::xid8[], e.recorded_in)], e.event_id)
     ORDER BY e.recorded_in, e.event_id
     LIMIT $5)
) e ON true
ORDER BY e.recorded_in, e.event_id
LIMIT $5
