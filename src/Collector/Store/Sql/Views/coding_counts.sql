CREATE OR REPLACE VIEW tidemark.coding_counts AS
SELECT c.hour, c.service, nullif(c.environment, '') AS environment, c.agent, nullif(c.version, '') AS version,
    nullif(c.user_id, '') AS user_id, tidemark_store.labels_with_team(c.labels, n.team) AS labels,
    nullif(c.model, '') AS model, c.measure, nullif(c.detail, '') AS detail, nullif(c.actor, '') AS actor, sum(c.value) AS value
FROM tidemark_store.coding_counts c
LEFT JOIN tidemark_store.user_names n ON n.user_id = c.user_id
GROUP BY c.hour, c.service, c.environment, c.agent, c.version, c.user_id, c.labels, n.team, c.model, c.measure, c.detail, c.actor;
COMMENT ON VIEW tidemark.coding_counts IS
    'Activity of coding agents by hour, in one vocabulary. measure: lines_added, lines_removed, commits, pull_requests, active_seconds (detail cli or '
    'user), prompts, decisions on tools (detail accepted, modified or refused; actor person, rule or hook), approvals requested, refusals by the model, '
    'retries and retries_exhausted (detail: status), skills (detail: name), compactions, and for agents that send metrics only cost_usd and tokens. '
    'Measures that an agent does not report have no rows.';
