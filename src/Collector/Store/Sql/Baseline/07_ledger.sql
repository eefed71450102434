-- What came in, per minute of arrival, source and signal. Always: received = stored + duplicate + rejected + ignored + waiting.
-- conflict: of the duplicates, operations that came again with other numbers.
CREATE TABLE tidemark_store.ledger (
    minute timestamptz NOT NULL,
    source text NOT NULL,
    signal smallint NOT NULL,
    shard smallint NOT NULL,
    received bigint NOT NULL,
    stored bigint NOT NULL,
    duplicate bigint NOT NULL,
    conflict bigint NOT NULL,
    rejected bigint NOT NULL,
    ignored bigint NOT NULL,
    waiting bigint NOT NULL,
    unpriced bigint NOT NULL,
    content_dropped bigint NOT NULL,
    PRIMARY KEY (minute, source, signal, shard)
) WITH (fillfactor = 50);

-- Items that no rule knows, by who sent them with what. One row for each lane, as in the ledger.
CREATE TABLE tidemark_store.ignored_scopes (
    source text NOT NULL,
    signal smallint NOT NULL,
    scope text NOT NULL,
    version text NOT NULL,
    shard smallint NOT NULL,
    items bigint NOT NULL,
    example text NOT NULL,
    last_seen_at timestamptz NOT NULL,
    PRIMARY KEY (source, signal, scope, version, shard)
) WITH (fillfactor = 50);
