-- Whether no collector has refreshed the windows since $1. A statement of its own: the one that takes the job sees the database as it was before it had it.
SELECT NOT EXISTS (SELECT FROM tidemark_store.windows_current WHERE as_of > $1)
