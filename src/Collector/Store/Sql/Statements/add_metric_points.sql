INSERT INTO tidemark_store.metric_points (identity, started_at, "time", shard, metric, unit, service, environment, attributes, value, count, sum)
SELECT * FROM unnest(
    $1::uuid[], $2::timestamptz[], $3::timestamptz[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::jsonb[],
    $10::float8[], $11::bigint[], $12::float8[])
ORDER BY 1, 3, 2, 4
ON CONFLICT DO NOTHING
RETURNING identity, started_at, "time"
