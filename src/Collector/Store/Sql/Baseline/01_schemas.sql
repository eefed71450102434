-- tidemark_store holds the tables and is private; tidemark holds the views and functions that people build on.
CREATE SCHEMA IF NOT EXISTS tidemark_store;
CREATE SCHEMA IF NOT EXISTS tidemark;
COMMENT ON SCHEMA tidemark_store IS 'Tidemark''s tables: private, may change with every version.';
COMMENT ON SCHEMA tidemark IS 'Tidemark''s views and functions: public and read-only; columns may be added at the end.';
