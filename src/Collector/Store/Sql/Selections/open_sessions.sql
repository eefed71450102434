CREATE OR REPLACE FUNCTION tidemark.open_sessions(
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, providers text[] DEFAULT NULL, models text[] DEFAULT NULL,
    agents text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS SETOF tidemark.sessions
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT s.*
    FROM tidemark.sessions s
    WHERE s.closed_at IS NULL
      AND tidemark.is_wanted(s.service, $1)
      AND tidemark.is_wanted(s.environment, $2)
      AND (tidemark.is_unfiltered($3) OR s.models && ARRAY(SELECT series.model FROM tidemark.series WHERE tidemark.is_wanted(series.provider, $3))
          OR ('(none)' = ANY ($3) AND coalesce(cardinality(s.models), 0) = 0))
      AND (tidemark.is_unfiltered($4) OR s.models && $4 OR ('(none)' = ANY ($4) AND coalesce(cardinality(s.models), 0) = 0))
      AND tidemark.is_wanted(s.agent, $5)
      AND tidemark.is_wanted(s.user_id, $6)
      AND (tidemark.is_unfiltered($7) OR tidemark.has_labels(s.user_id, s.labels, $7))
$$;
COMMENT ON FUNCTION tidemark.open_sessions(text[], text[], text[], text[], text[], text[], text[]) IS
    'Sessions that have not ended. Array filters as in tidemark.sessions_in.';
