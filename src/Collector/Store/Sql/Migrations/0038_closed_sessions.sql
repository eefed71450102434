-- Ended sessions are found by when they were last heard of, without reading all. No session changes this column before it ends:
-- updates stay heap-only. It is generated, so that collectors of an earlier version fill it too.
ALTER TABLE tidemark_store.sessions
    ADD COLUMN closed_at timestamptz GENERATED ALWAYS AS (CASE WHEN status = 3 THEN last_seen_at END) STORED;
CREATE INDEX sessions_closed ON tidemark_store.sessions (closed_at);
