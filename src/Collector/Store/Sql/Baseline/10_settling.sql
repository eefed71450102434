-- Traces of which more may come, or of which more has just come: the settling pass works out again what counts of them. Rows are
-- only appended and deleted: a lane never waits for another here.
CREATE TABLE tidemark_store.trace_queue (
    trace_id uuid NOT NULL,
    shard smallint NOT NULL,
    due_at timestamptz NOT NULL,
    since timestamptz NOT NULL,
    started_at timestamptz NOT NULL,
    operations integer NOT NULL
);

CREATE INDEX trace_queue_due_at ON tidemark_store.trace_queue (due_at);
CREATE INDEX trace_queue_trace ON tidemark_store.trace_queue (trace_id);

-- Spans that are no operations, of traces that are not whole: what holds the tree together, and whose the trace is.
CREATE TABLE tidemark_store.trace_facts (
    trace_id uuid NOT NULL,
    span_id bigint NOT NULL,
    shard smallint NOT NULL,
    parent_span_id bigint,
    started_at timestamptz NOT NULL,
    session_id text,
    conversation_id text,
    user_id text,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (trace_id, span_id, shard)
);

-- Rows come in order of time and are only forgotten by it, once a minute: a BRIN finds the old ones, with 61 bytes of WAL a row less
-- than a b-tree (241 instead of 302, 400,000 claims).
CREATE INDEX trace_facts_recorded_at ON tidemark_store.trace_facts USING brin (recorded_at) WITH (autosummarize = on);

-- Which traces report of one call: by hash of the call's id, or of what calls without an id have in common.
CREATE TABLE tidemark_store.trace_claims (
    hash bigint NOT NULL,
    shard smallint NOT NULL,
    traces uuid[] NOT NULL,
    started_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    PRIMARY KEY (hash, shard)
);

CREATE INDEX trace_claims_recorded_at ON tidemark_store.trace_claims USING brin (recorded_at) WITH (autosummarize = on);
