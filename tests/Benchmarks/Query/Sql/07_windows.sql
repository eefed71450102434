-- The windows as they stand, repeated as their own history.
INSERT INTO tidemark_store.windows_current
SELECT w.* FROM unnest(ARRAY[60, 300, 900, 3600]) AS s CROSS JOIN LATERAL tidemark_store.window_rows(now(), s) AS w
ON CONFLICT DO NOTHING;

CREATE TABLE bench_windows AS SELECT * FROM tidemark_store.windows_current;
INSERT INTO tidemark_store.windows
SELECT t, w.window_seconds, w.scope, w.scope_value, w.shard,
    w.sessions_active, w.agents_active, w.workflows_active, w.operations, w.operations_by_kind, w.errors, w.error_ratio, w.operations_per_second,
    w.agents_per_minute, w.avg_ms, w.p50_ms, w.p95_ms, w.p99_ms, w.input_tokens, w.output_tokens, w.cache_read_tokens, w.total_tokens,
    w.tokens_per_second, w.cost_usd, w.cost_per_hour, w.cache_hit_ratio, w.health_score, w.health_status
FROM bench_windows w
CROSS JOIN LATERAL generate_series(now() - CASE w.scope WHEN 'all' THEN interval '24 hours' ELSE interval '7 days' END, now(),
    CASE w.scope WHEN 'all' THEN interval '5 seconds' ELSE interval '1 minute' END) AS t;
