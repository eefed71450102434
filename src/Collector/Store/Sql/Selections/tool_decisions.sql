-- Decisions are few compared to operations: each one looks up its tool call within its session.
CREATE OR REPLACE FUNCTION tidemark.tool_decisions(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL, sessions text[] DEFAULT NULL)
RETURNS TABLE (
    decided_at timestamptz, agent text, service text, environment text, session_id text, user_id text, tool text, call_id text, decision text, decided_by text,
    trace_id text, span_id text, duration_ms double precision, error_type text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 100
AS $$
    WITH decisions AS MATERIALIZED (
        SELECT p."time" AS decided_at, a.name AS agent, p.service, p.environment,
            coalesce(p.attributes ->> 'session.id', p.attributes ->> 'conversation.id') AS session_id,
            p.attributes ->> 'tidemark.user' AS user_id,
            coalesce(p.attributes ->> 'tool_name', p.attributes ->> 'function_name') AS tool,
            coalesce(p.attributes ->> 'tool_use_id', p.attributes ->> 'call_id') AS call_id,
            p.attributes ->> 'tidemark.decision' AS decision, p.attributes ->> 'tidemark.decided_by' AS decided_by
        FROM tidemark.metric_points p
        JOIN tidemark_store.coding_agents() a ON a.agent = p.attributes ->> 'tidemark.coding_agent'
        WHERE p.metric = ANY (tidemark_store.decision_events())
          AND p."time" >= $1 AND p."time" < $2
          AND tidemark.is_wanted(p.service, $3)
          AND tidemark.is_wanted(p.attributes ->> 'tidemark.user', $4)
          AND (tidemark.is_unfiltered($5) OR tidemark.has_labels(p.attributes ->> 'tidemark.user', p.attributes -> 'tidemark.labels', $5))
          AND ($6 IS NULL OR coalesce(p.attributes ->> 'session.id', p.attributes ->> 'conversation.id') = ANY ($6))
    )
    SELECT d.decided_at, d.agent, d.service, d.environment, d.session_id, d.user_id, d.tool, d.call_id, d.decision, d.decided_by,
        o.trace_id, o.span_id, o.duration_ms, o.error_type
    FROM decisions d
    LEFT JOIN LATERAL (
        SELECT o.trace_id, o.span_id, o.duration_ms, o.error_type
        FROM tidemark.operations o
        WHERE o.session_id = d.session_id AND o.kind = 'tool' AND o.mirror_of IS NULL
          -- Without an upper bound: the planner underestimates a range of unknown bounds and would read the whole day for each decision.
          AND o.started_at >= d.decided_at - interval '1 day'
          AND d.call_id IN (o.attributes ->> 'gen_ai.tool.call.id', o.attributes ->> 'tool_use_id', o.attributes ->> 'call_id')
        LIMIT 1) o ON true
    ORDER BY d.decided_at DESC
$$;
COMMENT ON FUNCTION tidemark.tool_decisions(timestamptz, timestamptz, text[], text[], text[], text[]) IS
    'Decisions on tool calls of coding agents, newest first: decision accepted, modified or refused; decided_by person, rule or hook (NULL = not sent). '
    'trace_id to error_type are of the tool call in tidemark.operations, found by its call id: NULL if it did not run, or the agent sends no such id '
    '(Gemini CLI). Array filters as in tidemark.sessions_in.';
