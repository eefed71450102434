INSERT INTO tidemark_store.session_events (shard, occurred_at, recorded_at, event_type, severity, session_id, service, environment, agent, model, message, data)
SELECT * FROM (
    SELECT shard, started_at, started_at AS recorded_at, 'session_created', 1, session_id, service, environment, agent, current_model, 'Session created.',
        '{"current_count": 1, "previous_count": 0, "delta": 1}'::jsonb
    FROM tidemark_store.sessions
    UNION ALL
    SELECT shard, ended_at, ended_at, 'session_ended', 1, session_id, service, environment, agent, current_model, 'Session ended.',
        '{"current_count": 0, "previous_count": 1, "delta": -1, "reason": "timeout"}'
    FROM tidemark_store.sessions WHERE ended_at IS NOT NULL
    UNION ALL
    SELECT shard, last_seen_at, last_seen_at, 'model_switched', 1, session_id, service, environment, agent, current_model, 'Model switched.',
        '{"from": "gpt-5", "to": "gpt-5-fast"}'
    FROM tidemark_store.sessions
    UNION ALL
    SELECT o.shard, o.started_at, o.started_at, 'operation_failed', 3, o.session_id, s.service, s.environment, s.agent, nullif(s.model, ''),
        'Call failed: timeout.',
        '{"error_type": "timeout", "error_class": "timeout"}'
    FROM tidemark_store.operations o JOIN tidemark_store.series s ON s.number = o.series
    WHERE o.error_type IS NOT NULL) AS reported
ORDER BY 2;
