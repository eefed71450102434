-- What coding agents did, by hour. digest: of everything but hour, slot and value. slot: which lane wrote it, so that none waits for another.
CREATE TABLE tidemark_store.coding_counts (
    hour timestamptz NOT NULL,
    digest uuid NOT NULL,
    slot smallint NOT NULL,
    service text NOT NULL,
    environment text NOT NULL,
    agent text NOT NULL,
    version text NOT NULL,
    measure text NOT NULL,
    detail text NOT NULL,
    actor text NOT NULL,
    model text NOT NULL,
    user_id text NOT NULL,
    labels jsonb NOT NULL,
    value double precision NOT NULL,
    PRIMARY KEY (hour, digest, slot)
) WITH (fillfactor = 70);
