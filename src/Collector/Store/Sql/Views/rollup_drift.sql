CREATE OR REPLACE VIEW tidemark.rollup_drift AS
WITH raw AS (
    SELECT tidemark_store.floor_to(started_at, 3600) AS hour, count(*) AS operations
    FROM tidemark_store.operations
    WHERE started_at >= tidemark_store.floor_to(now(), 3600) - interval '24 hours'
    GROUP BY 1
), rolled AS (
    SELECT r.bucket AS hour, sum(r.operations)::bigint AS operations
    FROM tidemark_store.series s
    JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = 3600
    WHERE s.scope = 0 AND r.bucket >= tidemark_store.floor_to(now(), 3600) - interval '24 hours'
    GROUP BY 1
)
SELECT hour, coalesce(raw.operations, 0) AS raw, coalesce(rolled.operations, 0) AS rolled_up,
    coalesce(raw.operations, 0) - coalesce(rolled.operations, 0) AS drift
FROM raw FULL JOIN rolled USING (hour);
COMMENT ON VIEW tidemark.rollup_drift IS
    'Operations of each of the last 24 hours as stored and as rolled up. Both are written in one transaction: drift must be 0.';
