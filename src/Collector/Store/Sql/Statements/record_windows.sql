-- The whole is kept at every refresh, everything else when $2 says that its minute has come. $1 = now, $2 = everything.
INSERT INTO tidemark_store.windows
SELECT * FROM tidemark_store.windows_current WHERE as_of = $1 AND (scope = 'all' OR $2)
ON CONFLICT DO NOTHING
