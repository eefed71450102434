-- What is watched across sessions: dependencies, session stores, models without a price.
CREATE TABLE tidemark_store.monitors (
    kind smallint NOT NULL,
    service text NOT NULL,
    environment text NOT NULL,
    subject text NOT NULL,
    shard smallint NOT NULL,
    revision bigint NOT NULL,
    streak integer NOT NULL,
    is_raised boolean NOT NULL,
    value text NOT NULL,
    last_at timestamptz NOT NULL,
    PRIMARY KEY (kind, service, environment, subject, shard)
) WITH (fillfactor = 60);
