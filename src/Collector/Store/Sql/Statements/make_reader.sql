-- The role that dashboards use. It may exist already, created by another collector or an administrator.
-- Run under the schema's lock: collectors that start together would otherwise fail on the same catalogue rows.
DO $$
BEGIN
    CREATE ROLE tidemark_reader;
EXCEPTION
    WHEN duplicate_object OR unique_violation THEN NULL;
END $$;
-- Settings are reset first, as the role can change all of its own. They are set for this database: other databases have their own collectors.
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
    -- Only if it differs: the role is shared by all databases, and their collectors would conflict.
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = 'tidemark_reader' AND NOT (rolcanlogin AND rolconnlimit = 50)) THEN
        ALTER ROLE tidemark_reader LOGIN CONNECTION LIMIT 50;
    END IF;
    -- Members of a role can see and end its sessions.
    IF NOT pg_has_role('tidemark_reader', 'USAGE') THEN
        GRANT tidemark_reader TO CURRENT_USER;
    END IF;
END $$;
