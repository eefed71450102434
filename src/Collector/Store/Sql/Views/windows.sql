CREATE OR REPLACE VIEW tidemark.windows AS
SELECT as_of, window_seconds, scope, scope_value, sessions_active, agents_active, workflows_active, operations, operations_by_kind,
    errors, error_ratio, operations_per_second, agents_per_minute, avg_ms, p50_ms, p95_ms, p99_ms, input_tokens, output_tokens,
    cache_read_tokens, total_tokens, tokens_per_second, cost_usd, cost_per_hour, cache_hit_ratio, health_score, health_status
FROM tidemark_store.windows;
COMMENT ON VIEW tidemark.windows IS
    'History of the rolling windows of 60, 300, 900 and 3600 s: scope all every 5 s for 24 h, other scopes once a minute for 7 days. Percentiles cover '
    'operations of all kinds, in scope kind of that kind only. health_* are NULL without operations.';
