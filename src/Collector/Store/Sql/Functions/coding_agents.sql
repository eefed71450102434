-- Must match the dialects of coding agents; a test compares them.
CREATE OR REPLACE FUNCTION tidemark_store.coding_agents()
RETURNS TABLE (agent text, name text, service text, measures text[])
LANGUAGE sql IMMUTABLE PARALLEL SAFE ROWS 10 AS $$
    VALUES
        ('claude_code', 'Claude Code', 'claude-code',
            ARRAY['lines_added', 'lines_removed', 'commits', 'pull_requests', 'active_seconds', 'prompts', 'decisions', 'refusals', 'retries_exhausted',
            'skills', 'compactions']),
        ('codex', 'Codex', 'codex', ARRAY['active_seconds', 'approvals', 'prompts', 'decisions', 'retries', 'skills']),
        ('gemini_cli', 'Gemini CLI', 'gemini-cli',
            ARRAY['lines_added', 'lines_removed', 'prompts', 'decisions', 'retries', 'retries_exhausted', 'compactions']),
        ('qwen_code', 'Qwen Code', 'qwen-code',
            ARRAY['lines_added', 'lines_removed', 'prompts', 'decisions', 'retries', 'retries_exhausted', 'compactions', 'skills']),
        ('github_copilot', 'Copilot CLI', 'github-copilot', ARRAY['lines_added', 'lines_removed']),
        ('opencode', 'opencode', 'opencode', ARRAY[]::text[]),
        ('continue_cli', 'Continue', 'continue-cli', ARRAY['lines_added', 'lines_removed', 'commits', 'pull_requests', 'active_seconds', 'cost_usd', 'tokens'])
$$;
COMMENT ON FUNCTION tidemark_store.coding_agents() IS
    'Known coding agents: display name, prefix of their services'' names, and the values of tidemark.coding_counts.measure that they report.';
