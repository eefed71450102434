-- Metric points. identity names the stream (resource, scope, metric, attributes), started_at the process's turn at it.
-- Cumulative counters and histograms are stored as increments; gauges as they are.
CREATE TABLE tidemark_store.metric_points (
    identity uuid NOT NULL,
    started_at timestamptz NOT NULL,
    "time" timestamptz NOT NULL,
    shard smallint NOT NULL,
    metric text NOT NULL,
    unit text NOT NULL,
    service text NOT NULL,
    environment text NOT NULL,
    attributes jsonb NOT NULL,
    value double precision,
    count bigint,
    sum double precision,
    PRIMARY KEY (identity, "time", started_at, shard)
) PARTITION BY RANGE ("time");

CREATE INDEX metric_points_metric ON tidemark_store.metric_points (metric, "time");

CREATE TABLE tidemark_store.metric_points_default PARTITION OF tidemark_store.metric_points DEFAULT;

-- The last cumulative value of each stream, so that the next one can be turned into an increment.
CREATE TABLE tidemark_store.metric_streams (
    identity uuid NOT NULL,
    started_at timestamptz NOT NULL,
    shard smallint NOT NULL,
    revision bigint NOT NULL,
    last_at timestamptz NOT NULL,
    value double precision,
    count bigint,
    sum double precision,
    PRIMARY KEY (identity, started_at, shard)
) WITH (fillfactor = 60);
