-- Silence alone is not enough: the latest operation failed, or its run has not ended although earlier runs of the session have.
-- If no session has recent activity, none is stuck: the senders are unavailable.
CREATE OR REPLACE VIEW tidemark.stuck_sessions AS
SELECT s.session_id,
    s.service,
    s.environment,
    s.agent,
    s.current_model,
    s.started_at,
    s.last_seen_at,
    extract(epoch FROM now() - s.last_seen_at)::float8 / 60 AS silent_minutes,
    CASE WHEN latest.is_error THEN format('%s failed (%s) and nothing followed', latest.name, latest.error_type)
        ELSE format('%s ended, but the run around it has not', latest.name) END AS evidence,
    s.user_id,
    s.labels
FROM tidemark.sessions s
CROSS JOIN (
    SELECT greatest(
        (SELECT max(o.last_seen_at) FROM tidemark.sessions o WHERE o.closed_at IS NULL),
        (SELECT max(e.closed_at) FROM tidemark.sessions e)) AS heard_at
) anything
CROSS JOIN LATERAL (
    SELECT o.is_error, o.error_type, o.trace_id, o.parent_span_id, coalesce(o.tool, o.dependency, o.response_model, o.request_model, o.operation) AS name
    FROM tidemark.operations o
    -- No upper bound: it would exclude no row, and with two unknown bounds the planner underestimates the rows and reads the whole hour.
    WHERE o.session_id = s.session_id AND o.mirror_of IS NULL AND o.started_at >= s.last_seen_at - interval '1 hour'
    ORDER BY o.started_at + coalesce(o.duration_ms, 0) * interval '1 millisecond' DESC
    LIMIT 1
) latest
WHERE s.closed_at IS NULL
  AND s.last_seen_at < now() - interval '5 minutes'
  AND s.last_seen_at <= anything.heard_at - interval '5 minutes'
  AND (latest.is_error OR (
      latest.parent_span_id IS NOT NULL
      AND NOT EXISTS (
          SELECT FROM tidemark.operations parent
          WHERE parent.session_id = s.session_id AND parent.trace_id = latest.trace_id AND parent.span_id = latest.parent_span_id)
      AND EXISTS (
          SELECT FROM tidemark.operations run
          WHERE run.session_id = s.session_id AND run.kind IN ('agent', 'workflow') AND run.trace_id <> latest.trace_id)));
COMMENT ON VIEW tidemark.stuck_sessions IS
    'Open sessions without progress for five minutes or more, while other sessions progress: their last operation failed, or its run has not ended. '
    'evidence: which of these, as a sentence.';
