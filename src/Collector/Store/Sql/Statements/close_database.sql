-- Revokes from PUBLIC what reading does not need, in a database owned by the collector. Grants in other
-- databases are unchanged.
DO $$
DECLARE
    callable regprocedure;
    is_superuser boolean := (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
BEGIN
    IF to_regrole('tidemark_reader') IS NULL
        OR NOT EXISTS (SELECT FROM pg_database WHERE datname = current_database() AND pg_get_userbyid(datdba) = current_user) THEN
        RETURN;
    END IF;
    IF has_database_privilege('tidemark_reader', current_database(), 'TEMPORARY, CREATE') THEN
        EXECUTE format('REVOKE TEMPORARY, CREATE ON DATABASE %I FROM PUBLIC, tidemark_reader', current_database());
    END IF;
    IF EXISTS (
        SELECT FROM pg_namespace
        WHERE nspname = 'public' AND pg_has_role(nspowner, 'USAGE') AND has_schema_privilege('tidemark_reader', oid, 'CREATE'))
    THEN
        REVOKE CREATE ON SCHEMA public FROM PUBLIC, tidemark_reader;
    END IF;
    IF NOT is_superuser THEN
        RETURN;
    END IF;
    -- Functions with which a reader could disturb others: advisory locks (they fill the shared lock table), large objects, messages in the
    -- write-ahead log, ending sessions of the same role.
    FOR callable IN
        SELECT p.oid::regprocedure
        FROM pg_proc p
        WHERE p.pronamespace = 'pg_catalog'::regnamespace
          AND (p.proname ~ '^pg_(try_)?advisory_' OR p.proname ~ '^lo_(creat|create|from_bytea|put|open|truncate|truncate64|unlink)$' OR p.proname = 'lowrite'
            OR p.proname IN ('pg_logical_emit_message', 'pg_terminate_backend', 'pg_cancel_backend'))
          AND has_function_privilege('tidemark_reader', p.oid, 'EXECUTE')
    LOOP
        EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', callable);
    END LOOP;
    -- plpgsql can trap a statement timeout.
    IF has_language_privilege('tidemark_reader', 'plpgsql', 'USAGE') THEN
        REVOKE USAGE ON LANGUAGE plpgsql FROM PUBLIC;
    END IF;
END $$
