-- Whether no collector has refreshed the windows since $1. A separate statement: the one that takes the job has an older snapshot.
SELECT NOT EXISTS (SELECT FROM tidemark_store.windows_current WHERE as_of > $1)
