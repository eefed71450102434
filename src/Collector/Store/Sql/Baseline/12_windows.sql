-- Rolling windows as they stood at a moment: the whole every 5 s for a day, everything else once a minute for a week.
CREATE TABLE tidemark_store.windows (
    as_of timestamptz NOT NULL,
    window_seconds integer NOT NULL,
    scope text NOT NULL,
    scope_value text NOT NULL,
    shard smallint NOT NULL DEFAULT 0,
    sessions_active bigint,
    agents_active bigint NOT NULL,
    workflows_active bigint NOT NULL,
    operations bigint NOT NULL,
    operations_by_kind jsonb NOT NULL,
    errors bigint NOT NULL,
    error_ratio double precision,
    operations_per_second double precision NOT NULL,
    agents_per_minute double precision NOT NULL,
    avg_ms double precision,
    p50_ms double precision,
    p95_ms double precision,
    p99_ms double precision,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cache_read_tokens bigint NOT NULL,
    total_tokens bigint NOT NULL,
    tokens_per_second double precision NOT NULL,
    cost_usd numeric NOT NULL,
    cost_per_hour numeric NOT NULL,
    cache_hit_ratio double precision,
    health_score double precision,
    health_status text,
    PRIMARY KEY (window_seconds, scope, scope_value, as_of, shard)
);

CREATE INDEX windows_as_of ON tidemark_store.windows (as_of);

-- The newest row of each window, scope and value.
CREATE TABLE tidemark_store.windows_current (
    LIKE tidemark_store.windows,
    PRIMARY KEY (window_seconds, scope, scope_value, shard)
) WITH (fillfactor = 50);
