-- The events of all servers in one order, for the live stream: each server numbers transactions on its own. Filled by the relay, kept for a day.
CREATE TABLE tidemark_store.streamed_events (
    event_id bigint PRIMARY KEY,
    recorded_at timestamptz NOT NULL,
    recorded_in xid8 NOT NULL DEFAULT pg_current_xact_id(),
    occurred_at timestamptz NOT NULL,
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
    data jsonb NOT NULL
);
CREATE INDEX streamed_events_stream ON tidemark_store.streamed_events (recorded_in, event_id);
CREATE INDEX streamed_events_recorded_at ON tidemark_store.streamed_events (recorded_at);

-- Up to where the relay has read each server's events: the transaction and the token of the position.
CREATE TABLE tidemark_store.stream_positions (
    server text PRIMARY KEY,
    transaction bigint NOT NULL,
    position text NOT NULL
);

-- Where each shard was when the relay read it last: its events keep the numbers that another server gave them.
CREATE TABLE tidemark_store.stream_shards (
    shard bigint PRIMARY KEY,
    server text NOT NULL
);
