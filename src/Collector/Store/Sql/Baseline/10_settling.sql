-- Operations that name no session: stored and counted already, waiting for another operation of their trace to name one.
CREATE TABLE tidemark_store.unbound (
    trace_id uuid NOT NULL,
    span_id bigint NOT NULL,
    shard smallint NOT NULL,
    started_at timestamptz NOT NULL,
    due_at timestamptz NOT NULL,
    compacted boolean NOT NULL,
    compaction_before integer,
    compaction_after integer,
    PRIMARY KEY (trace_id, span_id, shard, started_at)
);

CREATE INDEX unbound_due_at ON tidemark_store.unbound (due_at);

-- Log events of a call whose span may still come: rows of operations that become real only if it does not. The ledger
-- columns say where the event is counted as waiting.
CREATE TABLE tidemark_store.unsettled_events (
    LIKE tidemark_store.operations,
    due_at timestamptz NOT NULL,
    ledger_minute timestamptz NOT NULL,
    ledger_source text NOT NULL,
    ledger_signal smallint NOT NULL,
    ledger_shard smallint NOT NULL,
    PRIMARY KEY (trace_id, span_id, shard, started_at)
);

CREATE INDEX unsettled_events_due_at ON tidemark_store.unsettled_events (due_at);

-- Spans whose event became the operation because they did not come in time: should one come after all, it is a duplicate.
CREATE TABLE tidemark_store.told_by_event (
    trace_id uuid NOT NULL,
    span_id bigint NOT NULL,
    shard smallint NOT NULL,
    started_at timestamptz NOT NULL,
    PRIMARY KEY (trace_id, span_id, shard)
);

CREATE INDEX told_by_event_started_at ON tidemark_store.told_by_event (started_at);

-- Tool runs of which only the inner span, that of the MCP client, came in time: should the span around it that tells of the same
-- run come after all, it is a duplicate.
CREATE TABLE tidemark_store.told_by_inner (
    trace_id uuid NOT NULL,
    span_id bigint NOT NULL,
    shard smallint NOT NULL,
    tool text NOT NULL,
    started_at timestamptz NOT NULL,
    PRIMARY KEY (trace_id, span_id, shard, tool)
);

CREATE INDEX told_by_inner_started_at ON tidemark_store.told_by_inner (started_at);

-- Calls that their sender tells on several signals under an id of its own: the first to be stored claims the id.
CREATE TABLE tidemark_store.calls (
    session_id text NOT NULL,
    kind smallint NOT NULL,
    call_id text NOT NULL,
    shard smallint NOT NULL,
    started_at timestamptz NOT NULL,
    PRIMARY KEY (session_id, kind, call_id, shard)
);

CREATE INDEX calls_started_at ON tidemark_store.calls (started_at);
