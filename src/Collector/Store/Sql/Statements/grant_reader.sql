-- Privileges of the role tidemark_reader: reading the public schema, and nothing else. Its functions run with their owner's privileges,
-- like views, so that the tables remain private; a fixed search_path prevents callers from substituting objects.
-- Functions that access nothing private are unchanged, as the planner can inline only those.
-- Run under the schema's lock: collectors that start together would otherwise fail on the same catalogue rows.
DO $$
DECLARE
    callable regprocedure;
BEGIN
    FOR callable IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'tidemark'::regnamespace AND NOT p.prosecdef
        AND p.prosrc LIKE '%tidemark\_store.%' LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER SET search_path = pg_catalog, pg_temp', callable);
    END LOOP;

    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader') THEN
        GRANT USAGE ON SCHEMA tidemark TO tidemark_reader;
        GRANT SELECT ON ALL TABLES IN SCHEMA tidemark TO tidemark_reader;
        GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA tidemark TO tidemark_reader;
    END IF;
END $$;
