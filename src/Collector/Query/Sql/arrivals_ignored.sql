-- Unrecognised items of the last $1 minutes, most frequent first; the counts are of all time.
SELECT ignored.source, ignored.signal, ignored.scope, ignored.version, ignored.items, ignored.example, ignored.last_seen_at
FROM tidemark.ignored_scopes ignored
WHERE ignored.last_seen_at > now() - make_interval(mins => $1::int)
ORDER BY ignored.items DESC, ignored.source, ignored.signal, ignored.scope, ignored.version
LIMIT 100
