CREATE OR REPLACE VIEW tidemark.windows_now AS
SELECT as_of, window_seconds, scope, scope_value, sessions_active, agents_active, workflows_active, operations, operations_by_kind,
    errors, error_ratio, operations_per_second, agents_per_minute, avg_ms, p50_ms, p95_ms, p99_ms, input_tokens, output_tokens,
    cache_read_tokens, total_tokens, tokens_per_second, cost_usd, cost_per_hour, cache_hit_ratio, health_score, health_status
FROM tidemark_store.windows_current;
COMMENT ON VIEW tidemark.windows_now IS 'The current row of each window and scope: at most 50 values per scope, busiest first, the rest as __other__.';
