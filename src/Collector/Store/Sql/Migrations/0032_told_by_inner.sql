-- Tool runs of which only the inner span, that of the MCP client, came in time: should the span around it that tells of the same
-- run come after all, it is a duplicate. A table of its own, so that collectors of before go on as they did.
CREATE TABLE tidemark_store.told_by_inner (
    trace_id uuid NOT NULL,
    span_id bigint NOT NULL,
    shard smallint NOT NULL,
    tool text NOT NULL,
    started_at timestamptz NOT NULL,
    PRIMARY KEY (trace_id, span_id, shard, tool)
);

CREATE INDEX told_by_inner_started_at ON tidemark_store.told_by_inner (started_at);
