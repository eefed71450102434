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
