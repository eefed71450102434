-- Additive counts, sums and the duration histogram of one series in one time bucket, in three widths. Merged from rollup_deltas, which
-- the operations' own transactions append to: readers add both up. slot: where rows are distributed, the node's; otherwise 0.
-- kinds: operations by kind (position = the kind's number), in rows that span kinds; empty elsewhere.
-- cells: (index << 40) + count of a histogram bucket, which may have several; OTel exponential histogram at scale 5 over microseconds.
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
CREATE TABLE tidemark_store.rollups_10s PARTITION OF tidemark_store.rollups FOR VALUES IN ({tier.ten_seconds})
    WITH (fillfactor = 80, toast_tuple_target = 8160);
CREATE TABLE tidemark_store.rollups_5m PARTITION OF tidemark_store.rollups FOR VALUES IN ({tier.five_minutes})
    WITH (fillfactor = 80, toast_tuple_target = 8160);
CREATE TABLE tidemark_store.rollups_1h PARTITION OF tidemark_store.rollups FOR VALUES IN ({tier.one_hour}) WITH (fillfactor = 50, toast_tuple_target = 8160);

-- The first bucket that each tier holds: the one place that says what is kept how finely. The row of hours is locked by the merging collector.
CREATE TABLE tidemark_store.rollup_tiers (
    tier smallint PRIMARY KEY,
    since timestamptz NOT NULL
);
INSERT INTO tidemark_store.rollup_tiers VALUES ({tier.ten_seconds}, '-infinity'), ({tier.five_minutes}, '-infinity'), ({tier.one_hour}, '-infinity');

-- What transactions have added to rollups and no merge has taken yet: a row for each series (or error type of it), payer (user and labels)
-- and ten seconds of a transaction. NULL stands for zero. Appended and deleted only, and read as a whole: no index.
CREATE TABLE tidemark_store.rollup_deltas (
    bucket timestamptz NOT NULL,
    series integer NOT NULL,
    slot smallint NOT NULL,
    user_id text,
    labels text,
    operations bigint,
    errors bigint,
    slow bigint,
    input_tokens bigint,
    output_tokens bigint,
    cache_read_tokens bigint,
    cache_write_tokens bigint,
    reasoning_tokens bigint,
    cost_usd numeric,
    priced bigint,
    unpriced bigint,
    bytes bigint,
    duration_us bigint,
    ttft_count bigint,
    ttft_us bigint,
    cache_lookups bigint,
    cache_hits bigint,
    dependencies bigint,
    dependency_errors bigint,
    cells bigint[] NOT NULL
) WITH (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_insert_threshold = -1, toast_tuple_target = 8160);

-- Deltas in the shape of the finest tier's rows, but for whole series and their error types only. kinds stays empty: a series is of one kind.
CREATE VIEW tidemark_store.unmerged_rollups AS
SELECT 10::smallint AS tier, series, bucket, slot, coalesce(operations, 0) AS operations, coalesce(errors, 0) AS errors, coalesce(slow, 0) AS slow,
    coalesce(input_tokens, 0) AS input_tokens, coalesce(output_tokens, 0) AS output_tokens, coalesce(cache_read_tokens, 0) AS cache_read_tokens,
    coalesce(cache_write_tokens, 0) AS cache_write_tokens, coalesce(reasoning_tokens, 0) AS reasoning_tokens, coalesce(cost_usd, 0) AS cost_usd,
    coalesce(unpriced, 0) AS unpriced, coalesce(bytes, 0) AS bytes, coalesce(duration_us, 0) AS duration_us, coalesce(ttft_count, 0) AS ttft_count,
    coalesce(ttft_us, 0) AS ttft_us, coalesce(cache_lookups, 0) AS cache_lookups, coalesce(cache_hits, 0) AS cache_hits,
    coalesce(dependencies, 0) AS dependencies, coalesce(dependency_errors, 0) AS dependency_errors, '{}'::bigint[] AS kinds, cells
FROM tidemark_store.rollup_deltas;

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
