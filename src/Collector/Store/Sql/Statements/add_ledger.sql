INSERT INTO tidemark_store.ledger AS l (
    minute, source, signal, shard, received, stored, duplicate, rejected, ignored, waiting, unpriced, content_dropped, conflict)
SELECT * FROM unnest(
    $1::timestamptz[], $2::text[], $3::smallint[], $4::smallint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
    $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::bigint[])
ORDER BY 1, 2, 3, 4
ON CONFLICT (minute, source, signal, shard) DO UPDATE SET
    received = l.received + excluded.received, stored = l.stored + excluded.stored,
    duplicate = l.duplicate + excluded.duplicate, rejected = l.rejected + excluded.rejected,
    ignored = l.ignored + excluded.ignored, waiting = l.waiting + excluded.waiting,
    unpriced = l.unpriced + excluded.unpriced, content_dropped = l.content_dropped + excluded.content_dropped,
    conflict = l.conflict + excluded.conflict
