INSERT INTO tidemark_store.calls (session_id, kind, call_id, shard, started_at)
SELECT * FROM unnest($1::text[], $2::smallint[], $3::text[], $4::smallint[], $5::timestamptz[])
ORDER BY 1, 2, 3, 4
ON CONFLICT DO NOTHING
RETURNING session_id, kind, call_id
