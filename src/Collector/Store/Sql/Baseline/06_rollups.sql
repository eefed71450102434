-- Additive counts, sums and the duration histogram of one series in one time bucket, in three widths, written in the
-- operations' own transaction. slot keeps writers on different lanes off each other's rows; readers sum over it.
-- kinds: operations by kind (position = the kind's number), in rows that span kinds; empty elsewhere.
-- cells: one bigint a histogram bucket, (index << 40) + count, a bucket may stand in several; OTel exponential histogram at scale 5 over microseconds.
CREATE TABLE tidemark_store.rollups (
    tier smallint NOT NULL,
    series integer NOT NULL,
    bucket timestamptz NOT NULL,
    slot smallint NOT NULL,
    operations bigint NOT NULL,
    errors bigint NOT NULL,
    slow bigint NOT NULL,
    input_tokens bigint NOT NULL,
    output_tokens bigint NOT NULL,
    cache_read_tokens bigint NOT NULL,
    cache_write_tokens bigint NOT NULL,
    reasoning_tokens bigint NOT NULL,
    cost_usd numeric NOT NULL,
    unpriced bigint NOT NULL,
    bytes bigint NOT NULL,
    duration_us bigint NOT NULL,
    duration_min_us bigint NOT NULL,
    duration_max_us bigint NOT NULL,
    ttft_count bigint NOT NULL,
    ttft_us bigint NOT NULL,
    cache_lookups bigint NOT NULL,
    cache_hits bigint NOT NULL,
    dependencies bigint NOT NULL,
    dependency_errors bigint NOT NULL,
    kinds bigint[] NOT NULL,
    cells bigint[] NOT NULL,
    PRIMARY KEY (series, bucket, slot, tier)
) PARTITION BY LIST (tier);

-- A histogram that many operations have gone into makes a row of two to three kilobytes. Compressing it at every update
-- costs more than the update: such rows stay as they are, up to what a page can hold.
CREATE TABLE tidemark_store.rollups_10s PARTITION OF tidemark_store.rollups FOR VALUES IN (10) WITH (fillfactor = 50, toast_tuple_target = 8160);
CREATE TABLE tidemark_store.rollups_5m PARTITION OF tidemark_store.rollups FOR VALUES IN (300) WITH (fillfactor = 50, toast_tuple_target = 8160);
CREATE TABLE tidemark_store.rollups_1h PARTITION OF tidemark_store.rollups FOR VALUES IN (3600) WITH (fillfactor = 50, toast_tuple_target = 8160);

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
