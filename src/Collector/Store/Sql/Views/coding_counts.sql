CREATE OR REPLACE VIEW tidemark.coding_counts AS
SELECT c.hour, c.service, nullif(c.environment, '') AS environment, c.agent, nullif(c.version, '') AS version,
    nullif(c.user_id, '') AS user_id, c.labels || CASE WHEN n.team IS NULL OR c.labels ? 'team' THEN '{}' ELSE jsonb_build_object('team', n.team) END AS labels,
    nullif(c.model, '') AS model, c.measure, nullif(c.detail, '') AS detail, nullif(c.actor, '') AS actor, sum(c.value) AS value
FROM tidemark_store.coding_counts c
LEFT JOIN tidemark_store.user_names n ON n.user_id = c.user_id
GROUP BY c.hour, c.service, c.environment, c.agent, c.version, c.user_id, c.labels, n.team, c.model, c.measure, c.detail, c.actor;
COMMENT ON VIEW tidemark.coding_counts IS
    'What coding agents did, by hour, in one vocabulary. measure: lines_added, lines_removed, commits, pull_requests, active_seconds (of detail cli or user), '
    'prompts, decisions on tools (detail accepted, modified or refused; actor person, rule or hook), approvals asked for, refusals by the model, retries and '
    'retries_exhausted (detail: status), skills (detail: name), compactions, and of agents that send metrics alone cost_usd and tokens. What an agent does not '
    'report has no rows.';
