-- The role that dashboards read with. It may exist: made by another collector, or by an administrator.
-- One at a time: collectors that start together would fail over the same catalogue rows.
SELECT pg_advisory_xact_lock(x'746964656D61726C'::bigint);
DO $$
BEGIN
    CREATE ROLE tidemark_reader;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- Only where something is to change: a role belongs to the whole server, and collectors of its other databases do the same.
DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_roles
        WHERE rolname = 'tidemark_reader' AND rolcanlogin AND rolconnlimit = 50
          AND rolconfig @> ARRAY['default_transaction_read_only=on', 'statement_timeout=30s', 'idle_in_transaction_session_timeout=60s', 'search_path=tidemark'])
    THEN
        RETURN;
    END IF;
    ALTER ROLE tidemark_reader SET default_transaction_read_only = on;
    ALTER ROLE tidemark_reader SET statement_timeout = '30s';
    ALTER ROLE tidemark_reader SET idle_in_transaction_session_timeout = '60s';
    ALTER ROLE tidemark_reader SET search_path = tidemark;
    ALTER ROLE tidemark_reader LOGIN CONNECTION LIMIT 50;
END $$;
