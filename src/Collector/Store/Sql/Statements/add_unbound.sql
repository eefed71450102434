INSERT INTO tidemark_store.unbound (trace_id, span_id, shard, started_at, due_at, compacted, compaction_before, compaction_after)
SELECT * FROM unnest($1::uuid[], $2::bigint[], $3::smallint[], $4::timestamptz[], $5::timestamptz[], $6::boolean[], $7::integer[], $8::integer[])
ORDER BY 1, 2, 3, 4
ON CONFLICT DO NOTHING
