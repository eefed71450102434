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
