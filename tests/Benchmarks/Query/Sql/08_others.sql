INSERT INTO tidemark_store.ledger
SELECT t, 'default', 1, 0, 1000, 990, 10, 0, 0, 0, 0, 0, 0
FROM generate_series(date_trunc('minute', now()) - interval '7 days', now(), interval '1 minute') AS t;

INSERT INTO tidemark_store.metric_points (identity, started_at, "time", shard, metric, unit, service, environment, attributes, value)
SELECT md5(metric)::uuid, now() - interval '7 days', t, 0, metric, '1', 'service-0', 'production', '{}', random()
FROM unnest(ARRAY['system.cpu.utilization', 'system.memory.utilization', 'process.cpu.time', 'dotnet.gc.collections', 'system.network.io',
    'system.disk.io']) AS metric
CROSS JOIN generate_series(now() - interval '7 days', now(), interval '30 seconds') AS t;
