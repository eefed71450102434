-- True when this collector shall refresh: nobody else does so right now, and nobody has since $1.
SELECT pg_try_advisory_xact_lock(8390045653174710632)
    AND NOT EXISTS (SELECT FROM tidemark_store.windows_current WHERE as_of > $1)
