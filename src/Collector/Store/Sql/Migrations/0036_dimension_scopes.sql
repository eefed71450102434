-- From when on rollups are kept for the whole of each environment, operation, workflow, tool, dependency and error type. In a database
-- with rollups already, collectors of the earlier version may go on writing without them until all are exchanged: a day is
-- given to them. Until then, and for times before, the same questions are answered from every combination's rows.
CREATE TABLE tidemark_store.dimension_scopes (
    since timestamptz NOT NULL
);
INSERT INTO tidemark_store.dimension_scopes
SELECT CASE WHEN EXISTS (SELECT FROM tidemark_store.rollups) THEN date_trunc('hour', now()) + interval '1 day' ELSE '-infinity' END;

-- Their successors take a tier and a time as well.
DROP FUNCTION IF EXISTS tidemark_store.scope_of(text, text[]);
DROP FUNCTION IF EXISTS tidemark_store.series_labels(text, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[]);

-- The public view has NULL for events of no session: an index over what it compares.
DROP INDEX tidemark_store.session_events_session;
CREATE INDEX session_events_session ON tidemark_store.session_events (nullif(session_id, ''), occurred_at);
