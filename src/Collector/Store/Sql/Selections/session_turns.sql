-- A turn begins with each model call and includes what that call requested, until the next one.
CREATE OR REPLACE FUNCTION tidemark.session_turns(session text, "from" timestamptz, "to" timestamptz)
RETURNS TABLE (
    turn bigint, started_at timestamptz, model text, agent text, duration_ms double precision, ttft_ms double precision, input_tokens bigint,
    cache_read_tokens bigint, output_tokens bigint, context_ratio double precision, tools text, tool_calls bigint, tool_ms double precision,
    cost_usd numeric, finish_reason text, failed bigint, error text)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH steps AS MATERIALIZED (
        SELECT o.started_at, o.kind, o.duration_ms, o.ttft_ms, o.input_tokens, o.cache_read_tokens, o.output_tokens, o.context_ratio,
            coalesce(o.tool, o.dependency, o.operation) AS name, coalesce(o.response_model, o.request_model) AS model, o.agent, o.cost_usd,
            o.finish_reason, o.is_error, o.error_type,
            count(*) FILTER (WHERE o.kind = 'inference') OVER (ORDER BY o.started_at, o.span_id) AS turn
        FROM tidemark.operations o
        WHERE o.session_id = $1 AND o.mirror_of IS NULL AND o.kind IN ('inference', 'tool', 'dependency')
    ), tools AS (
        SELECT n.turn, string_agg(n.name || CASE WHEN n.calls > 1 THEN ' x' || n.calls ELSE '' END, ', ' ORDER BY n.first_at) AS names
        FROM (SELECT s.turn, s.name, count(*) AS calls, min(s.started_at) AS first_at FROM steps s WHERE s.kind = 'tool' GROUP BY s.turn, s.name) n
        GROUP BY n.turn
    )
    SELECT s.turn, min(s.started_at), max(s.model), max(s.agent) FILTER (WHERE s.kind = 'inference'),
        sum(s.duration_ms) FILTER (WHERE s.kind = 'inference'), max(s.ttft_ms), sum(s.input_tokens)::bigint, sum(s.cache_read_tokens)::bigint,
        sum(s.output_tokens)::bigint, max(s.context_ratio), max(t.names), count(*) FILTER (WHERE s.kind = 'tool'),
        sum(s.duration_ms) FILTER (WHERE s.kind = 'tool'), sum(s.cost_usd), max(s.finish_reason), count(*) FILTER (WHERE s.is_error),
        min(s.error_type) FILTER (WHERE s.is_error)
    FROM steps s
    LEFT JOIN tools t ON t.turn = s.turn
    WHERE s.turn > 0
    GROUP BY s.turn
    HAVING min(s.started_at) BETWEEN $2 AND $3
    ORDER BY s.turn
$$;
COMMENT ON FUNCTION tidemark.session_turns(text, timestamptz, timestamptz) IS
    'The turns of a session: each model call with the tools that ran before the next one, its tokens and cost, and the number of failed operations. Turns '
    'that started in the range, oldest first.';
