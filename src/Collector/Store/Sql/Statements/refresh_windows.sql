-- $1 = now, $2 = window in seconds.
INSERT INTO tidemark_store.windows_current
SELECT * FROM tidemark_store.window_rows($1, $2)
ON CONFLICT (window_seconds, scope, scope_value, shard) DO UPDATE SET
    as_of = excluded.as_of, sessions_active = excluded.sessions_active, agents_active = excluded.agents_active,
    workflows_active = excluded.workflows_active, operations = excluded.operations, operations_by_kind = excluded.operations_by_kind,
    errors = excluded.errors, error_ratio = excluded.error_ratio, operations_per_second = excluded.operations_per_second,
    agents_per_minute = excluded.agents_per_minute, avg_ms = excluded.avg_ms, p50_ms = excluded.p50_ms, p95_ms = excluded.p95_ms,
    p99_ms = excluded.p99_ms, input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens,
    cache_read_tokens = excluded.cache_read_tokens, total_tokens = excluded.total_tokens,
    tokens_per_second = excluded.tokens_per_second, cost_usd = excluded.cost_usd, cost_per_hour = excluded.cost_per_hour,
    cache_hit_ratio = excluded.cache_hit_ratio, health_score = excluded.health_score, health_status = excluded.health_status
