-- Counts unrecognised items. The first example is kept. $8 = now.
INSERT INTO tidemark_store.ignored_scopes AS held ({columns}, last_seen_at)
SELECT {values}, $8
FROM {rows}
ORDER BY {key}
ON CONFLICT ({key}) DO UPDATE SET
    {added}, last_seen_at = greatest(held.last_seen_at, excluded.last_seen_at),
    example = CASE WHEN held.example = '' THEN excluded.example ELSE held.example END
