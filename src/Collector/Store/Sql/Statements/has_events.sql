-- Whether the database contains Tidemark's schema: the event stream is the first thing read from it.
SELECT to_regclass('tidemark_store.session_events') IS NOT NULL
