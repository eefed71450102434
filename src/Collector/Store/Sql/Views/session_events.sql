CREATE OR REPLACE VIEW tidemark.session_events AS
SELECT event_id,
    occurred_at,
    recorded_at,
    event_type,
    (ARRAY[{severity.names}])[severity] AS severity,
    nullif(session_id, '') AS session_id,
    conversation_id,
    nullif(service, '') AS service,
    nullif(environment, '') AS environment,
    agent,
    workflow,
    model,
    message,
    data,
    user_id
FROM tidemark_store.session_events;
COMMENT ON VIEW tidemark.session_events IS 'Events of sessions, and of what they use, each once, derived by the collector.';
