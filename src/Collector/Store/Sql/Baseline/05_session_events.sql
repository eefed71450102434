-- What happened, written in the transaction that caused it. recorded_in shows a reader which ids are final: ids are
-- drawn before their transaction commits, so a higher id can become visible before a lower one.
CREATE TABLE tidemark_store.session_events (
    event_id bigint GENERATED ALWAYS AS IDENTITY,
    shard smallint NOT NULL,
    occurred_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    event_type text NOT NULL,
    severity smallint NOT NULL,
    session_id text NOT NULL,
    conversation_id text,
    service text NOT NULL,
    environment text NOT NULL,
    agent text,
    workflow text,
    model text,
    user_id text,
    message text NOT NULL,
    data jsonb NOT NULL,
    PRIMARY KEY (event_id, shard, recorded_at)
) PARTITION BY RANGE (recorded_at);

-- The public view has NULL for events of no session: an index over what it compares.
CREATE INDEX session_events_session ON tidemark_store.session_events (nullif(session_id, ''), occurred_at);
CREATE INDEX session_events_occurred_at ON tidemark_store.session_events (occurred_at);
-- The stream of events is read in this order: see read_events.sql.
CREATE INDEX session_events_stream ON tidemark_store.session_events (recorded_in, event_id);

CREATE TABLE tidemark_store.session_events_default PARTITION OF tidemark_store.session_events DEFAULT;
