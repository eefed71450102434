-- tidemark_store holds the tables and is private; tidemark holds the views and functions that people build on.
-- Made only where they are missing: CREATE SCHEMA IF NOT EXISTS takes the right to make schemas even where there is nothing to make,
-- and the owner of two that an administrator has made need not have it.
DO $$
BEGIN
    IF to_regnamespace('tidemark_store') IS NULL THEN
        CREATE SCHEMA tidemark_store;
    END IF;
    IF to_regnamespace('tidemark') IS NULL THEN
        CREATE SCHEMA tidemark;
    END IF;
END $$;
COMMENT ON SCHEMA tidemark_store IS 'Tidemark''s tables: private, may change with every version.';
COMMENT ON SCHEMA tidemark IS 'Tidemark''s views and functions: public and read-only; columns may be added at the end.';
