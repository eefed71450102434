-- Compares the hours from $1 on. Operations count in the hour in which they ended; none is expected to last longer than two
-- days, so that the operations can be read by index. One statement, one snapshot. Returns the largest difference.
WITH raw AS (
    SELECT tidemark_store.floor_to(o.started_at + coalesce(o.duration_us, 0) * interval '1 microsecond', 3600) AS hour, count(*) AS operations,
        coalesce(sum(coalesce(o.input_tokens, 0)::bigint + coalesce(o.output_tokens, 0)), 0)::bigint AS tokens
    FROM tidemark_store.operations o
    WHERE o.started_at >= $1 - interval '2 days' AND o.mirror_span_id IS NULL
    GROUP BY 1
), rolled AS (
    SELECT tidemark_store.floor_to(r.bucket, 3600) AS hour, sum(r.operations)::bigint AS operations, sum(r.input_tokens + r.output_tokens)::bigint AS tokens
    FROM (
        SELECT r.bucket, r.operations, r.input_tokens, r.output_tokens
        FROM tidemark_store.series s
        JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = {tier.one_hour} AND r.bucket >= $1
        WHERE s.scope = {scope.all}
        UNION ALL
        SELECT d.bucket, d.operations, d.input_tokens, d.output_tokens
        FROM tidemark_store.unmerged_rollups d
        JOIN tidemark_store.series s ON s.number = d.series
        WHERE s.scope = {scope.series} AND d.bucket >= $1
    ) r
    GROUP BY 1
), written AS (
    INSERT INTO tidemark_store.rollup_checks (hour, raw, rolled_up, raw_tokens, rolled_up_tokens, checked_at)
    SELECT hour, coalesce(raw.operations, 0), coalesce(rolled.operations, 0), coalesce(raw.tokens, 0), coalesce(rolled.tokens, 0), $2
    FROM raw FULL JOIN rolled USING (hour)
    WHERE hour >= $1
    ON CONFLICT (hour, shard) DO UPDATE SET
        raw = excluded.raw, rolled_up = excluded.rolled_up, raw_tokens = excluded.raw_tokens,
        rolled_up_tokens = excluded.rolled_up_tokens, checked_at = excluded.checked_at
    RETURNING abs(raw - rolled_up) + abs(raw_tokens - rolled_up_tokens) AS drift
)
SELECT coalesce(max(drift), 0)::bigint FROM written
