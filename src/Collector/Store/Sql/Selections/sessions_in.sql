CREATE OR REPLACE FUNCTION tidemark.sessions_in(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS SETOF tidemark.sessions
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT s.*
    FROM tidemark.sessions s
    WHERE (s.closed_at >= $1 OR s.closed_at IS NULL)
      AND s.last_seen_at >= $1
      AND s.started_at <= $2
      AND tidemark.is_wanted(s.service, $3)
      AND tidemark.is_wanted(s.environment, $4)
      AND (tidemark.is_unfiltered($5) OR s.models && ARRAY(SELECT series.model FROM tidemark.series WHERE tidemark.is_wanted(series.provider, $5))
          OR ('(none)' = ANY ($5) AND coalesce(cardinality(s.models), 0) = 0))
      AND (tidemark.is_unfiltered($6) OR s.models && $6 OR ('(none)' = ANY ($6) AND coalesce(cardinality(s.models), 0) = 0))
      AND tidemark.is_wanted(s.agent, $7)
      AND tidemark.is_wanted(s.user_id, $8)
      AND (tidemark.is_unfiltered($9) OR tidemark.has_labels(s.user_id, s.labels, $9))
$$;
COMMENT ON FUNCTION tidemark.sessions_in(timestamptz, timestamptz, text[], text[], text[], text[], text[], text[], text[]) IS
    'Sessions with activity in a range. Array filters as in tidemark.stats; a session matches models and providers with any model that it has used. labels: '
    '''team=search''.';
