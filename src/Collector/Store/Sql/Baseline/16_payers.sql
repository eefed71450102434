-- Who or what pays: each combination of a user ('' = none) and labels once. digest: of both. used_on: the last day on which rollups of it
-- were written; long after it none is left.
CREATE TABLE tidemark_store.payers (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest uuid NOT NULL UNIQUE,
    used_on date NOT NULL,
    user_id text NOT NULL,
    labels jsonb NOT NULL
);

CREATE INDEX payers_user ON tidemark_store.payers (user_id);

-- The values of labels that rollups distinguish; beyond the limit of a key they are __other__ there.
CREATE TABLE tidemark_store.label_values (
    key text NOT NULL,
    value text NOT NULL,
    used_on date NOT NULL,
    PRIMARY KEY (key, value)
);

-- Sums of each payer's operations, by series (or error type of it), in the tiers of five minutes and an hour: every time zone's days
-- begin at such a border. Merged from rollup_deltas together with rollups. NULL stands for zero: most of a payer's numbers are.
-- The key begins with time: rows come in that order, and ranges of time are what is asked for.
CREATE TABLE tidemark_store.payer_rollups (
    bucket timestamptz NOT NULL,
    payer integer NOT NULL,
    series integer NOT NULL,
    tier smallint NOT NULL,
    slot smallint NOT NULL,
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
    cells bigint[] NOT NULL,
    PRIMARY KEY (bucket, payer, series, tier, slot)
) PARTITION BY LIST (tier);

CREATE TABLE tidemark_store.payer_rollups_5m PARTITION OF tidemark_store.payer_rollups FOR VALUES IN ({tier.five_minutes}) WITH (fillfactor = 80);
CREATE TABLE tidemark_store.payer_rollups_1h PARTITION OF tidemark_store.payer_rollups FOR VALUES IN ({tier.one_hour}) WITH (fillfactor = 70);

-- What people call users, and whose team they are where their programs cannot say: loaded by "collector users import".
CREATE TABLE tidemark_store.user_names (
    user_id text PRIMARY KEY,
    display_name text,
    team text
);

-- Payers with the team that the list of users gives to those without that label.
CREATE VIEW tidemark_store.named_payers AS
SELECT p.number, p.user_id, CASE WHEN n.team IS NULL OR p.labels ? 'team' THEN p.labels ELSE p.labels || jsonb_build_object('team', n.team) END AS labels
FROM tidemark_store.payers p
LEFT JOIN tidemark_store.user_names n ON n.user_id = p.user_id;

-- Both, merged and not yet merged (tier 0), without NULLs.
CREATE VIEW tidemark_store.paid_rollups AS
SELECT r.tier, r.payer, p.user_id, p.labels, r.series, r.bucket,
    coalesce(r.operations, 0) AS operations, coalesce(r.errors, 0) AS errors, coalesce(r.slow, 0) AS slow,
    coalesce(r.input_tokens, 0) AS input_tokens, coalesce(r.output_tokens, 0) AS output_tokens,
    coalesce(r.cache_read_tokens, 0) AS cache_read_tokens, coalesce(r.cache_write_tokens, 0) AS cache_write_tokens,
    coalesce(r.reasoning_tokens, 0) AS reasoning_tokens, coalesce(r.cost_usd, 0) AS cost_usd, coalesce(r.priced, 0) AS priced,
    coalesce(r.unpriced, 0) AS unpriced, coalesce(r.bytes, 0) AS bytes, coalesce(r.duration_us, 0) AS duration_us,
    coalesce(r.ttft_count, 0) AS ttft_count, coalesce(r.ttft_us, 0) AS ttft_us, coalesce(r.cache_lookups, 0) AS cache_lookups,
    coalesce(r.cache_hits, 0) AS cache_hits, coalesce(r.dependencies, 0) AS dependencies, coalesce(r.dependency_errors, 0) AS dependency_errors, r.cells
FROM tidemark_store.payer_rollups r
JOIN tidemark_store.named_payers p ON p.number = r.payer
UNION ALL
SELECT 0::smallint, NULL, coalesce(d.user_id, ''),
    CASE WHEN n.team IS NULL OR coalesce(d.labels::jsonb, '{}') ? 'team' THEN coalesce(d.labels::jsonb, '{}') ELSE coalesce(d.labels::jsonb, '{}')
        || jsonb_build_object('team', n.team) END,
    d.series, d.bucket,
    coalesce(d.operations, 0) AS operations, coalesce(d.errors, 0) AS errors, coalesce(d.slow, 0) AS slow,
    coalesce(d.input_tokens, 0) AS input_tokens, coalesce(d.output_tokens, 0) AS output_tokens,
    coalesce(d.cache_read_tokens, 0) AS cache_read_tokens, coalesce(d.cache_write_tokens, 0) AS cache_write_tokens,
    coalesce(d.reasoning_tokens, 0) AS reasoning_tokens, coalesce(d.cost_usd, 0) AS cost_usd, coalesce(d.priced, 0) AS priced,
    coalesce(d.unpriced, 0) AS unpriced, coalesce(d.bytes, 0) AS bytes, coalesce(d.duration_us, 0) AS duration_us,
    coalesce(d.ttft_count, 0) AS ttft_count, coalesce(d.ttft_us, 0) AS ttft_us, coalesce(d.cache_lookups, 0) AS cache_lookups,
    coalesce(d.cache_hits, 0) AS cache_hits, coalesce(d.dependencies, 0) AS dependencies, coalesce(d.dependency_errors, 0) AS dependency_errors, d.cells
FROM tidemark_store.rollup_deltas d
LEFT JOIN tidemark_store.user_names n ON n.user_id = d.user_id
WHERE d.user_id IS NOT NULL OR d.labels IS NOT NULL;
