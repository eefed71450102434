-- Like read_events.sql, limited to events read by a second position ($6, $7, except the transactions in $8 and $9).
SELECT s.still_open, e.*
FROM (SELECT ARRAY(SELECT pg_snapshot_xip(pg_current_snapshot())) AS still_open) s
LEFT JOIN LATERAL (
    (SELECT e.*
     FROM unnest($3::xid8[], $4::bigint[]) AS o (id, after)
     JOIN tidemark_store.session_events e ON e.recorded_in = o.id AND e.event_id > o.after
     WHERE (e.recorded_in, e.event_id) <= ($6::xid8, $7::bigint)
       AND NOT EXISTS (SELECT 1 FROM unnest($8::xid8[], $9::bigint[]) AS x (id, after) WHERE x.id = e.recorded_in AND x.after < e.event_id)
     ORDER BY e.recorded_in, e.event_id
     LIMIT $5)
    UNION ALL
    (SELECT e.*
     FROM tidemark_store.session_events e
     WHERE (e.recorded_in, e.event_id) > ($1::xid8, $2::bigint)
       AND (e.recorded_in, e.event_id) <= ($6::xid8, $7::bigint)
       AND NOT EXISTS (SELECT 1 FROM unnest($8::xid8[], $9::bigint[]) AS x (id, after) WHERE x.id = e.recorded_in AND x.after < e.event_id)
     ORDER BY e.recorded_in, e.event_id
     LIMIT $5)
) e ON true
ORDER BY e.recorded_in, e.event_id
LIMIT $5
