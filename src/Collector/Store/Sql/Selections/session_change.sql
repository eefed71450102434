CREATE OR REPLACE FUNCTION tidemark.session_change(session text, "from" timestamptz, "to" timestamptz)
RETURNS TABLE (repository text, branch text, change text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 1 AS $$
    SELECT max(coalesce(o.attributes ->> 'vcs.repository.name', o.attributes ->> 'vcs.repository.url.full')),
        max(coalesce(o.attributes ->> 'vcs.ref.head.name', o.attributes ->> 'vcs.repository.ref.name')),
        max(coalesce(o.attributes ->> 'vcs.change.id', o.attributes ->> 'vcs.repository.change.id'))
    FROM tidemark.operations o
    WHERE o.session_id = $1 AND o.started_at >= $2 AND o.started_at <= $3
$$;
COMMENT ON FUNCTION tidemark.session_change(text, timestamptz, timestamptz) IS
    'Repository, branch, and change (pull request or ticket) of a session, from OpenTelemetry''s vcs.* attributes of its operations; NULL = not sent. Pass '
    'the session''s own range.';
