-- Counts items that no rule knows. The first example stays. $8 = now.
INSERT INTO tidemark_store.ignored_scopes AS known (source, signal, scope, version, shard, items, example, last_seen_at)
SELECT ignored.*, $8
FROM unnest($1::text[], $2::smallint[], $3::text[], $4::text[], $5::smallint[], $6::bigint[], $7::text[])
    AS ignored (source, signal, scope, version, shard, items, example)
ORDER BY 1, 2, 3, 4, 5
ON CONFLICT (source, signal, scope, version, shard) DO UPDATE SET
    items = known.items + excluded.items, last_seen_at = greatest(known.last_seen_at, excluded.last_seen_at),
    example = CASE WHEN known.example = '' THEN excluded.example ELSE known.example END
