-- One row short of what was sent = another writer came first: the caller starts over.
INSERT INTO tidemark_store.metric_streams (identity, started_at, shard, revision, last_at, value, count, sum)
SELECT * FROM unnest($1::uuid[], $2::timestamptz[], $3::smallint[], $4::bigint[], $5::timestamptz[], $6::float8[], $7::bigint[], $8::float8[])
ORDER BY 1, 2, 3
ON CONFLICT (identity, started_at, shard) DO UPDATE SET
    revision = excluded.revision, last_at = excluded.last_at, value = excluded.value, count = excluded.count, sum = excluded.sum
WHERE tidemark_store.metric_streams.revision = excluded.revision - 1
