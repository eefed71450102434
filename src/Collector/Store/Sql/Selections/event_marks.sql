CREATE OR REPLACE FUNCTION tidemark.event_marks(
    "from" timestamptz, "to" timestamptz, event_types text[], services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS TABLE ("time" timestamptz, text text, tags text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT min(e.occurred_at),
        (array_agg(e.message ORDER BY array_position(ARRAY['critical', 'error', 'warning', 'info'], e.severity), e.occurred_at))[1]
            || CASE WHEN count(*) > 1 THEN format(' (and %s more)', count(*) - 1) ELSE '' END,
        string_agg(DISTINCT e.event_type, ',')
    FROM tidemark.session_events_in($1, $2, $4, $5, $6, $7, $8, $9, $10) e
    WHERE e.event_type = ANY ($3)
    GROUP BY date_bin(greatest(($2 - $1) / 20, interval '1 second'), e.occurred_at, $1)
    ORDER BY 1
    LIMIT 20
$$;
COMMENT ON FUNCTION tidemark.event_marks(timestamptz, timestamptz, text[], text[], text[], text[], text[], text[], text[], text[]) IS
    'Session events of the given types as annotations of a chart: at most twenty, one per twentieth of the range, each with the message of its most severe '
    'event. Array filters as in tidemark.session_events_in.';
