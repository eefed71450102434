-- One row short of what was sent = another writer came first: the caller starts over.
INSERT INTO tidemark_store.monitors (
    kind, service, environment, subject, shard, revision, streak, is_raised,
    value, last_at)
SELECT * FROM unnest(
    $1::smallint[], $2::text[], $3::text[], $4::text[], $5::smallint[], $6::bigint[], $7::integer[], $8::boolean[],
    $9::text[], $10::timestamptz[])
ORDER BY 1, 2, 3, 4, 5
ON CONFLICT (kind, service, environment, subject, shard) DO UPDATE SET
    revision = excluded.revision, streak = excluded.streak, is_raised = excluded.is_raised, value = excluded.value,
    last_at = excluded.last_at
WHERE tidemark_store.monitors.revision = excluded.revision - 1
