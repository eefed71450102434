-- Rollups compared with the operations they came from, hour by hour, by the collector's self-check.
CREATE TABLE tidemark_store.rollup_checks (
    hour timestamptz NOT NULL,
    shard smallint NOT NULL DEFAULT 0,
    raw bigint NOT NULL,
    rolled_up bigint NOT NULL,
    raw_tokens bigint NOT NULL,
    rolled_up_tokens bigint NOT NULL,
    checked_at timestamptz NOT NULL,
    PRIMARY KEY (hour, shard)
);
