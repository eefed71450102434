-- All operations at every refresh, everything else once a minute, if $2 is true. $1 = now.
INSERT INTO tidemark_store.windows
SELECT * FROM tidemark_store.windows_current WHERE as_of = $1 AND (scope = 'all' OR $2)
ON CONFLICT DO NOTHING
