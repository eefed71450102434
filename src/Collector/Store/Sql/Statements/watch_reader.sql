-- Ends sessions of tidemark_reader that exceed a limit, as a role may lift its own limits. Reads no shared catalogue: it has to
-- work when a reader has filled the server's shared lock table, which is also why advisory locks in all databases count.
-- Returns a row per limit with the number of sessions over it. $1 = statement timeout, $2 = transaction timeout, $3 = how long it may block
-- others, $4 = maximum advisory locks.
WITH sessions AS MATERIALIZED (
    SELECT pid, datid, state, query_start, xact_start
    FROM pg_stat_get_activity(NULL)
    WHERE usesysid = to_regrole('tidemark_reader')::oid
), held_up AS MATERIALIZED (
    SELECT blocker AS pid
    FROM pg_locks waiting
    CROSS JOIN LATERAL unnest(pg_blocking_pids(waiting.pid)) AS blocker
    WHERE EXISTS (SELECT FROM sessions WHERE xact_start IS NOT NULL) AND NOT waiting.granted AND waiting.waitstart < clock_timestamp() - $3::interval
      AND waiting.pid NOT IN (SELECT pid FROM sessions)
), advisory AS MATERIALIZED (
    SELECT pid, count(*) AS locks
    FROM pg_locks
    WHERE EXISTS (SELECT FROM sessions) AND locktype = 'advisory'
    GROUP BY pid
), measured AS MATERIALIZED (
    SELECT s.pid, CASE
        WHEN a.locks > $4::bigint THEN 'advisory_locks'
        WHEN s.datid <> own.datid THEN NULL
        WHEN s.pid IN (SELECT pid FROM held_up) THEN 'in_the_way'
        WHEN clock_timestamp() - s.xact_start > $2::interval THEN 'transaction'
        WHEN s.state = 'active' AND clock_timestamp() - s.query_start > $1::interval THEN 'statement'
    END AS exceeded
    FROM sessions s
    CROSS JOIN pg_stat_get_activity(pg_backend_pid()) own
    LEFT JOIN advisory a ON a.pid = s.pid
)
SELECT exceeded, count(*)
FROM measured
WHERE exceeded IS NOT NULL AND pg_terminate_backend(pid)
GROUP BY exceeded
