-- Forty kinds of work: four services of an agent each, with model calls, tools, dependencies and a cache.
CREATE TABLE bench_profiles AS
SELECT p,
    'service-' || p / 10 AS service,
    CASE WHEN p % 10 < 9 THEN 'production' ELSE 'staging' END AS environment,
    CASE WHEN p % 10 < 5 THEN 1 WHEN p % 10 < 8 THEN 3 WHEN p % 10 = 8 THEN 7 ELSE 6 END::smallint AS kind,
    CASE WHEN p % 10 < 5 THEN 'chat' WHEN p % 10 < 8 THEN 'execute_tool' WHEN p % 10 = 8 THEN 'GET' ELSE 'get' END AS operation,
    CASE WHEN p % 10 < 5 THEN (ARRAY['openai', 'anthropic', 'moonshot_ai'])[p % 3 + 1] ELSE '' END AS provider,
    CASE WHEN p % 10 < 5 THEN (ARRAY['gpt-5', 'claude-sonnet-4-5', 'kimi-k2-0905-preview'])[p % 3 + 1] || CASE WHEN p % 2 = 0 THEN '' ELSE '-fast' END
        ELSE '' END AS model,
    'agent-' || p / 10 AS agent,
    'workflow-' || p / 20 AS workflow,
    CASE WHEN p % 10 BETWEEN 5 AND 7 THEN 'tool-' || p % 10 ELSE '' END AS tool,
    CASE p % 10 WHEN 8 THEN 'orders-api' WHEN 9 THEN 'redis' ELSE '' END AS dependency
FROM generate_series(0, 39) AS p;

INSERT INTO tidemark_store.series (scope, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, error_type, caller)
SELECT DISTINCT *, '' FROM (
    SELECT 0, '', '', 0, '', '', '', '', '', '', '', '' FROM bench_profiles
    UNION SELECT 1, service, '', 0, '', '', '', '', '', '', '', '' FROM bench_profiles
    UNION SELECT 2, '', '', 0, '', provider, '', '', '', '', '', '' FROM bench_profiles WHERE provider <> ''
    UNION SELECT 3, '', '', 0, '', '', model, '', '', '', '', '' FROM bench_profiles WHERE model <> ''
    UNION SELECT 4, '', '', 0, '', '', '', agent, '', '', '', '' FROM bench_profiles
    UNION SELECT 5, '', '', kind, '', '', '', '', '', '', '', '' FROM bench_profiles
    UNION SELECT 6, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, '' FROM bench_profiles
    UNION SELECT 7, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, 'timeout' FROM bench_profiles
    UNION SELECT 8, '', environment, 0, '', '', '', '', '', '', '', '' FROM bench_profiles
    UNION SELECT 9, '', '', 0, operation, '', '', '', '', '', '', '' FROM bench_profiles
    UNION SELECT 10, '', '', 0, '', '', '', '', workflow, '', '', '' FROM bench_profiles
    UNION SELECT 11, '', '', 0, '', '', '', '', '', tool, '', '' FROM bench_profiles WHERE tool <> ''
    UNION SELECT 12, '', '', 0, '', '', '', '', '', '', dependency, '' FROM bench_profiles WHERE dependency <> ''
    UNION SELECT 13, '', '', 0, '', '', '', '', '', '', '', 'timeout' FROM bench_profiles) AS wanted
ON CONFLICT DO NOTHING;

CREATE TABLE bench_scopes AS
SELECT p.p, s.number, s.scope
FROM bench_profiles p
JOIN tidemark_store.series s ON CASE s.scope
    WHEN 0 THEN true
    WHEN 1 THEN s.service = p.service
    WHEN 2 THEN s.provider = p.provider
    WHEN 3 THEN s.model = p.model
    WHEN 4 THEN s.agent = p.agent
    WHEN 5 THEN s.kind = p.kind
    WHEN 8 THEN s.environment = p.environment
    WHEN 9 THEN s.operation = p.operation
    WHEN 10 THEN s.workflow = p.workflow
    WHEN 11 THEN s.tool = p.tool
    WHEN 12 THEN s.dependency = p.dependency
    WHEN 13 THEN true
    ELSE (s.service, s.environment, s.kind, s.operation, s.provider, s.model, s.agent, s.workflow, s.tool, s.dependency)
        = (p.service, p.environment, p.kind, p.operation, p.provider, p.model, p.agent, p.workflow, p.tool, p.dependency) END;

-- What operations of one kind of work have in common.
INSERT INTO tidemark_store.traits (number, digest, used_on, request_model, response_model, context_max, attributes)
OVERRIDING SYSTEM VALUE
SELECT p + 1, gen_random_uuid(), current_date, nullif(model, ''), nullif(model, ''), CASE WHEN kind = 1 THEN 200000 END, '{"http.response.status_code": 200}'
FROM bench_profiles;
