-- One row per job that only one collector does at a time; fencing stops a collector that slept through its lease.
-- progress: how far the job has come, for the next holder.
CREATE TABLE tidemark_store.leases (
    job text NOT NULL,
    shard smallint NOT NULL DEFAULT 0,
    holder text NOT NULL,
    fencing bigint NOT NULL,
    expires_at timestamptz NOT NULL,
    progress text,
    progress_at timestamptz,
    PRIMARY KEY (job, shard)
) WITH (fillfactor = 50);

-- One row per job that one collector at a time does inside a transaction, which holds the row's lock. A lock that roles which only read
-- cannot take: no grant on these tables is theirs.
CREATE TABLE tidemark_store.jobs (
    job text PRIMARY KEY
);
INSERT INTO tidemark_store.jobs VALUES ('windows'), ('sweep');
