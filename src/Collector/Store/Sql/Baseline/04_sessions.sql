-- One row per session, written back whole by the fold. revision guards against two writers that both saw no row.
-- No index on a column that changes with every operation: updates stay heap-only.
CREATE TABLE tidemark_store.sessions (
    session_id text NOT NULL,
    shard smallint NOT NULL,
    revision bigint NOT NULL,
    service text NOT NULL,
    service_at timestamptz NOT NULL,
    environment text NOT NULL,
    user_id text,
    user_at timestamptz,
    agent text,
    agent_at timestamptz,
    status smallint NOT NULL,
    started_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    last_started_at timestamptz NOT NULL,
    idle_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    inferred boolean NOT NULL,
    previous_session_id text,
    successor_at timestamptz,
    current_model text,
    model_at timestamptz,
    models text[] NOT NULL,
    model_switches integer NOT NULL,
    conversations integer NOT NULL,
    messages integer NOT NULL,
    operations bigint NOT NULL,
    errors bigint NOT NULL,
    tool_calls bigint NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cache_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    reasoning_tokens bigint NOT NULL,
    cost_usd numeric NOT NULL,
    unpriced bigint NOT NULL,
    priced bigint NOT NULL,
    context_used integer,
    context_max integer,
    context_at timestamptz,
    context_peak_ratio double precision,
    budget_raised_usd numeric NOT NULL,
    labels text,
    labels_at timestamptz,
    name text,
    name_at timestamptz,
    closed_at timestamptz GENERATED ALWAYS AS (CASE WHEN status = {status.ended} THEN last_seen_at END) STORED,
    PRIMARY KEY (session_id, shard)
) WITH (fillfactor = 60);

CREATE INDEX sessions_started_at ON tidemark_store.sessions (started_at);
CREATE INDEX sessions_previous ON tidemark_store.sessions (previous_session_id) WHERE previous_session_id IS NOT NULL;
CREATE INDEX sessions_open ON tidemark_store.sessions (status, shard) WHERE status < {status.ended};
-- Ended sessions are found by when they were last heard of, without reading all. No session changes this column before it ends.
CREATE INDEX sessions_closed ON tidemark_store.sessions (closed_at);

-- One row per message chain of a session; '' is the chain of operations that name no conversation.
CREATE TABLE tidemark_store.conversations (
    session_id text NOT NULL,
    conversation_id text NOT NULL,
    shard smallint NOT NULL,
    revision bigint NOT NULL,
    started_at timestamptz NOT NULL,
    last_seen_at timestamptz NOT NULL,
    messages integer NOT NULL,
    total_tokens bigint NOT NULL,
    context_used integer,
    context_max integer,
    context_at timestamptz,
    current_model text,
    model_at timestamptz,
    agent text NOT NULL,
    compacted_at timestamptz,
    threshold_raised smallint NOT NULL,
    PRIMARY KEY (session_id, conversation_id, shard)
) WITH (fillfactor = 60);
