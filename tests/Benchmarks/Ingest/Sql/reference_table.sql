-- The reference: operations as they were on 771185a (columns, key, indexes), frozen, so that a better schema shows as a better ratio.
-- Never change it: figures of different times could not be compared.
CREATE SCHEMA bench;
CREATE TABLE bench.operations (
    trace_id uuid NOT NULL,
    span_id bigint NOT NULL,
    shard smallint NOT NULL,
    started_at timestamptz NOT NULL,
    parent_span_id bigint,
    duration_us bigint NOT NULL,
    series integer NOT NULL,
    request_model text,
    response_model text,
    session_id text,
    conversation_id text,
    user_id text,
    input_tokens integer,
    output_tokens integer,
    cache_read_tokens integer,
    cache_write_tokens integer,
    reasoning_tokens integer,
    context_max integer,
    ttft_ms double precision,
    bytes bigint,
    cost_usd numeric,
    cost_source smallint,
    error_type text,
    error_class text,
    finish_reason text,
    source smallint NOT NULL,
    attributes jsonb,
    content jsonb,
    PRIMARY KEY (trace_id, span_id, shard, started_at)
) PARTITION BY RANGE (started_at);

CREATE INDEX operations_session ON bench.operations (session_id, started_at) WHERE session_id IS NOT NULL;
CREATE INDEX operations_started_at ON bench.operations (started_at);

-- Partitioned as the collector's table is.
DO $$
DECLARE part record;
BEGIN
    FOR part IN
        SELECT c.relname, pg_get_expr(c.relpartbound, c.oid) AS bound
        FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
        WHERE i.inhparent = 'tidemark_store.operations'::regclass
    LOOP
        EXECUTE format('CREATE TABLE bench.%I PARTITION OF bench.operations %s', part.relname, part.bound);
    END LOOP;
END $$;
