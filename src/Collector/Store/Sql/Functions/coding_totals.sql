-- Sums by digest first, which is cheap to group by, then looks up one row of each for what the digest stands for. An erased user's rows keep
-- their digest, so that rows from before and after the erasure share one: the user belongs to the group.
CREATE OR REPLACE FUNCTION tidemark_store.coding_totals(low timestamptz, high timestamptz) RETURNS SETOF tidemark_store.coding_counts
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1000 AS $$
    WITH sums AS MATERIALIZED (
        SELECT c.digest, c.user_id, max(c.hour) AS hour, sum(c.value) AS value
        FROM tidemark_store.coding_counts c
        WHERE c.hour >= $1 AND c.hour < $2
        GROUP BY c.digest, c.user_id
    )
    SELECT sums.hour, sums.digest, 0::smallint, named.service, named.environment, named.agent, named.version, named.measure, named.detail, named.actor,
        named.model, sums.user_id, named.labels, sums.value
    FROM sums
    CROSS JOIN LATERAL (
        SELECT c.service, c.environment, c.agent, c.version, c.measure, c.detail, c.actor, c.model, c.labels
        FROM tidemark_store.coding_counts c
        WHERE c.hour = sums.hour AND c.digest = sums.digest AND c.user_id = sums.user_id
        LIMIT 1
    ) AS named
$$;
COMMENT ON FUNCTION tidemark_store.coding_totals(timestamptz, timestamptz) IS
    'The counts of coding agents over a range of hours, one row per combination of everything but the hour, which is the latest.';
