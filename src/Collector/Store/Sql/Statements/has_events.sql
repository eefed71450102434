-- Whether the database holds Tidemark's events, whose stream is the first thing that is read from it.
SELECT to_regclass('tidemark_store.session_events') IS NOT NULL
