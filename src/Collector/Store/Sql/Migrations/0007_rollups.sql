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

CREATE TABLE tidemark_store.rollups_10s PARTITION OF tidemark_store.rollups FOR VALUES IN (10) WITH (fillfactor = 50);
CREATE TABLE tidemark_store.rollups_5m PARTITION OF tidemark_store.rollups FOR VALUES IN (300) WITH (fillfactor = 50);
CREATE TABLE tidemark_store.rollups_1h PARTITION OF tidemark_store.rollups FOR VALUES IN (3600) WITH (fillfactor = 50);
