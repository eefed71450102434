-- The role that dashboards read with. It may exist: made by another collector, or by an administrator.
-- Run under the schema's lock: collectors that start together would fail over the same catalogue rows.
DO $$
BEGIN
    CREATE ROLE tidemark_reader;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- Whatever was set is reset first, for the role can set anything of itself. What is set here is set for this database: others have collectors of their own.
DO $$
DECLARE
    is_superuser boolean := (SELECT rolsuper FROM pg_roles WHERE rolname = current_user);
    settings text[] := current_setting('tidemark.reader_settings')::text[];
    setting text;
BEGIN
    IF is_superuser THEN
        settings := settings || current_setting('tidemark.reader_superuser_settings')::text[];
    END IF;
    ALTER ROLE tidemark_reader RESET ALL;
    EXECUTE format('ALTER ROLE tidemark_reader IN DATABASE %I RESET ALL', current_database());
    FOREACH setting IN ARRAY settings LOOP
        EXECUTE format('ALTER ROLE tidemark_reader IN DATABASE %I SET %I = %L', current_database(), split_part(setting, '=', 1), split_part(setting, '=', 2));
    END LOOP;
    -- Only where it differs: the role is one for all databases, and their collectors would be in each other's way.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader' AND NOT (rolcanlogin AND rolconnlimit = 50)) THEN
        ALTER ROLE tidemark_reader LOGIN CONNECTION LIMIT 50;
    END IF;
    -- Sessions of a role can be seen and ended by its members.
    IF NOT pg_has_role('tidemark_reader', 'USAGE') THEN
        GRANT tidemark_reader TO CURRENT_USER;
    END IF;
END $$;
