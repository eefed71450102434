-- One row per operation. The key is what the sender's own data says, so that a replay conflicts with the first arrival, and in
-- order of time, so that it costs little: span ids distinguish almost all, trace_hash (of the trace id, by the collector) the rest.
-- What an operation shares with many others is a row of traits; where a column is set here, it comes before that row's.
-- mirror_*: the report of the same call that is counted instead. Columns of fixed width first, in the order of their alignment.
-- names: by dimension, what the series has as __other__. reporter: hash of the instrumentation scope. reported: what was reported where something else counts;
-- the hashes stand for the ids by which several reports of one call are found.
CREATE TABLE tidemark_store.operations (
    started_at timestamptz NOT NULL,
    span_id bigint NOT NULL,
    parent_span_id bigint,
    duration_us bigint,
    trace_id uuid NOT NULL,
    trace_hash integer NOT NULL,
    series integer NOT NULL,
    traits integer NOT NULL DEFAULT 0,
    input_tokens integer,
    output_tokens integer,
    cache_read_tokens integer,
    cache_write_tokens integer,
    reasoning_tokens integer,
    shard smallint NOT NULL,
    source smallint NOT NULL,
    reporter smallint NOT NULL DEFAULT 0,
    cost_source smallint,
    context_max integer,
    ttft_ms double precision,
    bytes bigint,
    mirror_span_id bigint,
    mirror_trace_id uuid,
    response_hash bigint,
    call_hash bigint,
    session_id text,
    conversation_id text,
    user_id text,
    cost_usd numeric,
    error_type text,
    error_class text,
    cost_basis text,
    request_model text,
    response_model text,
    finish_reason text,
    labels jsonb,
    attributes jsonb,
    names jsonb,
    content jsonb,
    reported jsonb,
    PRIMARY KEY (started_at, span_id, trace_hash, shard)
) PARTITION BY RANGE (started_at);

-- Of one column each: a key that many rows have is kept once. The trace as people write it, so that the public view finds it too;
-- hashed, as comparing such texts cost as much as all the rest of an insert.
CREATE INDEX operations_session ON tidemark_store.operations (session_id) WHERE session_id IS NOT NULL;
CREATE INDEX operations_trace ON tidemark_store.operations USING hash ((encode(uuid_send(trace_id), 'hex')));

-- Quarantine: rows for which no partition was made ahead. Must stay empty; an alert watches it.
CREATE TABLE tidemark_store.operations_default PARTITION OF tidemark_store.operations DEFAULT;
