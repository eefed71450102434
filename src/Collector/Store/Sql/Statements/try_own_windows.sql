-- A row when this collector shall refresh: nobody else does so right now, and nobody has since $1.
SELECT true
FROM tidemark_store.jobs owned
WHERE owned.job = 'windows'
  AND NOT EXISTS (SELECT FROM tidemark_store.windows_current WHERE as_of > $1)
FOR UPDATE OF owned SKIP LOCKED
