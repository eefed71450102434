-- Must match the dialects of coding agents; a test compares them.
CREATE OR REPLACE FUNCTION tidemark_store.decision_events() RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY['claude_code.tool_decision', 'codex.tool_decision', 'gemini_cli.tool_call', 'qwen-code.tool_call']
$$;
COMMENT ON FUNCTION tidemark_store.decision_events() IS
    'Events of coding agents that report a decision on a tool call, named as in tidemark.metric_points.metric.';
