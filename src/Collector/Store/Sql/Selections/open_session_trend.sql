CREATE OR REPLACE FUNCTION tidemark.open_session_trend(
    "from" timestamptz, "to" timestamptz, step interval, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, sessions bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH asked AS (
        SELECT extract(epoch FROM greatest($3, ($2 - $1) / 500, interval '1 second'))::float8 AS width, least($2, now()) AS until
    ), known AS (
        -- Sessions end up to half an hour (rarely, by configuration, over two hours) after their last activity.
        SELECT greatest(s.started_at, $1) AS opened_at, CASE WHEN s.status = 'ended' THEN s.ended_at END AS closed_at
        FROM tidemark.sessions s
        WHERE (s.closed_at >= $1 - interval '2 hours' OR s.closed_at IS NULL)
          AND s.started_at <= $2
          AND (s.status <> 'ended' OR s.ended_at >= $1)
          AND tidemark.is_wanted(s.service, $4)
          AND tidemark.is_wanted(s.environment, $5)
          AND (tidemark.is_unfiltered($6) OR s.models && ARRAY(SELECT series.model FROM tidemark.series WHERE tidemark.is_wanted(series.provider, $6))
              OR ('(none)' = ANY ($6) AND coalesce(cardinality(s.models), 0) = 0))
          AND (tidemark.is_unfiltered($7) OR s.models && $7 OR ('(none)' = ANY ($7) AND coalesce(cardinality(s.models), 0) = 0))
          AND tidemark.is_wanted(s.agent, $8)
          AND tidemark.is_wanted(s.user_id, $9)
          AND (tidemark.is_unfiltered($10) OR tidemark.has_labels(s.user_id, s.labels, $10))
    ), changes AS (
        SELECT tidemark_store.floor_to(c.at, a.width) AS "time", sum(c.change) AS change
        FROM asked a
        CROSS JOIN (SELECT opened_at AS at, 1 AS change FROM known UNION ALL SELECT closed_at, -1 FROM known WHERE closed_at IS NOT NULL) c
        WHERE c.at <= a.until
        GROUP BY 1
    )
    SELECT steps."time", (sum(coalesce(c.change, 0)) OVER (ORDER BY steps."time"))::bigint
    FROM asked a
    CROSS JOIN LATERAL generate_series(tidemark_store.floor_to($1, a.width), a.until, make_interval(secs => a.width)) AS steps ("time")
    LEFT JOIN changes c ON c."time" = steps."time"
    WHERE EXISTS (SELECT FROM known)
    ORDER BY steps."time"
$$;
COMMENT ON FUNCTION tidemark.open_session_trend(timestamptz, timestamptz, interval, text[], text[], text[], text[], text[], text[], text[]) IS
    'Number of sessions that had started and not ended at the end of each step, up to now; the latest step equals tidemark.open_sessions. Array filters as '
    'in tidemark.sessions_in.';
