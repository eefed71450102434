-- Deletes values that no refresh has updated, and history past its retention. $1 = now.
WITH stale AS (
    DELETE FROM tidemark_store.windows_current WHERE as_of < $1
)
DELETE FROM tidemark_store.windows WHERE as_of < $1 - CASE WHEN scope = 'all' THEN interval '24 hours' ELSE interval '7 days' END
