CREATE OR REPLACE FUNCTION tidemark.session_events_in(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS SETOF tidemark.session_events
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT e.*
    FROM tidemark.session_events e
    WHERE e.occurred_at BETWEEN $1 AND $2
      AND tidemark.is_wanted(e.service, $3)
      AND tidemark.is_wanted(e.environment, $4)
      AND (tidemark.is_unfiltered($5) OR e.model IN (SELECT series.model FROM tidemark.series WHERE tidemark.is_wanted(series.provider, $5))
          OR ('(none)' = ANY ($5) AND e.model IS NULL))
      AND tidemark.is_wanted(e.model, $6)
      AND tidemark.is_wanted(e.agent, $7)
      AND (tidemark.is_wanted(e.user_id, $8) OR e.session_id IN (SELECT s.session_id FROM tidemark.sessions s WHERE s.user_id = ANY ($8)))
      AND (tidemark.is_unfiltered($9) OR e.session_id IN (SELECT s.session_id FROM tidemark.sessions s WHERE tidemark.has_labels(s.user_id, s.labels, $9)))
$$;
COMMENT ON FUNCTION tidemark.session_events_in(timestamptz, timestamptz, text[], text[], text[], text[], text[], text[], text[]) IS
    'Session events in a range of event time, with the filters of tidemark.sessions_in; events without a model or agent match only if there is no such '
    'filter; users and labels are those of the event or its session.';
