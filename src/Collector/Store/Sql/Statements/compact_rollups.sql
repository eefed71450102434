-- Adds up the cells of rows whose buckets ended between $1 and $2. A row that a lane is writing is left alone: whoever waits
-- here is never waited for.
WITH ended AS MATERIALIZED (
    SELECT r.series, r.bucket, r.slot, r.tier
    FROM tidemark_store.series s
    CROSS JOIN (VALUES (10::smallint), (300::smallint), (3600::smallint)) AS t (tier)
    JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = t.tier
        AND r.bucket >= $1 - make_interval(secs => t.tier) AND r.bucket < $2 - make_interval(secs => t.tier)
    WHERE cardinality(r.cells) > 32
    FOR UPDATE OF r SKIP LOCKED
)
UPDATE tidemark_store.rollups r SET cells = tidemark_store.cells_add(r.cells, '{}')
FROM ended e
WHERE r.series = e.series AND r.bucket = e.bucket AND r.slot = e.slot AND r.tier = e.tier
