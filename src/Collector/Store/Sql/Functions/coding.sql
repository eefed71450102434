CREATE OR REPLACE FUNCTION tidemark.coding(
    "from" timestamptz, "to" timestamptz, group_by text DEFAULT 'agent', services text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS TABLE (
    label text, operations bigint, errors bigint, total_tokens bigint, cost_usd numeric, unpriced bigint, metrics_cost_usd double precision,
    metrics_tokens double precision,
    lines_added double precision, lines_removed double precision, commits double precision, pull_requests double precision, active_seconds double precision,
    prompts double precision, accepted double precision, accepted_automatically double precision, modified double precision, refused double precision,
    approvals double precision, refusals double precision, retries double precision, retries_exhausted double precision, skills double precision,
    compactions double precision, cost_per_commit double precision)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20
AS $$
#variable_conflict use_column
DECLARE
    low timestamptz := tidemark_store.floor_to("from", 3600);
    spent_by text := CASE group_by WHEN 'agent' THEN 'service' WHEN 'none' THEN 'service' WHEN 'subagent' THEN 'agent' WHEN 'version' THEN NULL
        ELSE group_by END;
    totals tidemark_store.coding_counts[] := ARRAY(SELECT t FROM tidemark_store.coding_totals(low, "to") t);
    wanted text[];
    user_filter text[] := nullif(array_remove(users, ''), '{}');
    label_filter text[] := nullif(array_remove(labels, ''), '{}');
BEGIN
    IF group_by NOT IN ('none', 'agent', 'subagent', 'version', 'service', 'environment', 'user', 'model') AND group_by NOT LIKE 'label:_%' THEN
        RAISE EXCEPTION 'group_by % is not known', quote_literal(group_by)
            USING HINT = 'Use one of: none agent subagent version service environment user model label:<key>.';
    END IF;
    wanted := ARRAY(SELECT s.service FROM tidemark_store.coding_services_among(totals) s WHERE tidemark.is_wanted(s.service, coding.services));
    -- tidemark.stats would take an empty array as "no filter" and return all services.
    IF cardinality(wanted) = 0 THEN RETURN; END IF;
    RETURN QUERY
    WITH counts AS MATERIALIZED (
        SELECT CASE
                WHEN group_by = 'none' THEN 'all'
                WHEN group_by = 'agent' THEN agent.name
                WHEN group_by = 'version' THEN concat_ws(' ', agent.name, nullif(c.version, ''))
                WHEN group_by = 'service' THEN c.service
                WHEN group_by = 'environment' THEN coalesce(nullif(c.environment, ''), '(none)')
                WHEN group_by = 'user' THEN coalesce(nullif(c.user_id, ''), '(none)')
                WHEN group_by = 'model' THEN coalesce(nullif(c.model, ''), '(none)')
                ELSE coalesce(tidemark_store.labels_with_team(c.labels, n.team) ->> substr(group_by, 7), '(none)')
            END AS label, c.agent, c.measure, c.detail, c.actor, sum(c.value) AS value
        FROM unnest(totals) c
        JOIN tidemark_store.coding_agents() agent ON agent.agent = c.agent
        LEFT JOIN tidemark_store.user_names n ON n.user_id = c.user_id
        WHERE group_by <> 'subagent' AND tidemark.is_wanted(c.service, coding.services)
            AND (user_filter IS NULL OR tidemark.is_wanted(c.user_id, user_filter))
            AND (label_filter IS NULL OR tidemark_store.is_payer(
                c.user_id, tidemark_store.labels_with_team(c.labels, n.team), NULL, label_filter))
        GROUP BY 1, 2, 3, 4, 5
    ), spent AS (
        SELECT CASE WHEN group_by = 'none' THEN 'all' WHEN group_by = 'agent' THEN a.name
                WHEN group_by = 'subagent' AND s.label = '(none)' THEN 'main agent' ELSE s.label END AS label,
            a.agent, s.operations, s.errors, s.total_tokens, s.cost_usd, s.unpriced
        FROM tidemark_store.spending_by("from", "to", spent_by, wanted, user_filter, label_filter) s
        LEFT JOIN tidemark_store.coding_services_among(totals) c ON spent_by = 'service' AND c.service = s.label
        LEFT JOIN tidemark_store.coding_agents() a ON a.agent = c.agent
        WHERE spent_by IS NOT NULL
    ), reported AS (
        SELECT seen.label, array_agg(DISTINCT m.measure) AS measures
        FROM (SELECT label, agent FROM counts UNION SELECT label, agent FROM spent WHERE agent IS NOT NULL) seen
        JOIN tidemark_store.coding_agents() a ON a.agent = seen.agent
        CROSS JOIN unnest(a.measures) AS m (measure)
        GROUP BY seen.label
    ), counted AS (
        SELECT label,
            sum(value) FILTER (WHERE measure = 'cost_usd') AS metrics_cost_usd,
            sum(value) FILTER (WHERE measure = 'tokens') AS metrics_tokens,
            sum(value) FILTER (WHERE measure = 'lines_added') AS lines_added,
            sum(value) FILTER (WHERE measure = 'lines_removed') AS lines_removed,
            sum(value) FILTER (WHERE measure = 'commits') AS commits,
            sum(value) FILTER (WHERE measure = 'pull_requests') AS pull_requests,
            sum(value) FILTER (WHERE measure = 'active_seconds') AS active_seconds,
            sum(value) FILTER (WHERE measure = 'prompts') AS prompts,
            sum(value) FILTER (WHERE measure = 'decisions' AND detail = 'accepted' AND actor NOT IN ('rule', 'hook')) AS accepted,
            sum(value) FILTER (WHERE measure = 'decisions' AND detail = 'accepted' AND actor IN ('rule', 'hook')) AS accepted_automatically,
            sum(value) FILTER (WHERE measure = 'decisions' AND detail = 'modified') AS modified,
            sum(value) FILTER (WHERE measure = 'decisions' AND detail = 'refused') AS refused,
            sum(value) FILTER (WHERE measure = 'approvals') AS approvals,
            sum(value) FILTER (WHERE measure = 'refusals') AS refusals,
            sum(value) FILTER (WHERE measure = 'retries') AS retries,
            sum(value) FILTER (WHERE measure = 'retries_exhausted') AS retries_exhausted,
            sum(value) FILTER (WHERE measure = 'skills') AS skills,
            sum(value) FILTER (WHERE measure = 'compactions') AS compactions
        FROM counts
        GROUP BY label
    ), spending AS (
        SELECT label, sum(operations)::bigint AS operations, sum(errors)::bigint AS errors, sum(total_tokens)::bigint AS total_tokens,
            sum(cost_usd) AS cost_usd, sum(unpriced)::bigint AS unpriced
        FROM spent
        GROUP BY label
    )
    SELECT label, s.operations, s.errors, s.total_tokens, s.cost_usd, s.unpriced, c.metrics_cost_usd, c.metrics_tokens,
        CASE WHEN 'lines_added' = ANY (r.measures) THEN coalesce(c.lines_added, 0) END,
        CASE WHEN 'lines_removed' = ANY (r.measures) THEN coalesce(c.lines_removed, 0) END,
        CASE WHEN 'commits' = ANY (r.measures) THEN coalesce(c.commits, 0) END,
        CASE WHEN 'pull_requests' = ANY (r.measures) THEN coalesce(c.pull_requests, 0) END,
        CASE WHEN 'active_seconds' = ANY (r.measures) THEN coalesce(c.active_seconds, 0) END,
        CASE WHEN 'prompts' = ANY (r.measures) THEN coalesce(c.prompts, 0) END,
        CASE WHEN 'decisions' = ANY (r.measures) THEN coalesce(c.accepted, 0) END,
        CASE WHEN 'decisions' = ANY (r.measures) THEN coalesce(c.accepted_automatically, 0) END,
        CASE WHEN 'decisions' = ANY (r.measures) THEN coalesce(c.modified, 0) END,
        CASE WHEN 'decisions' = ANY (r.measures) THEN coalesce(c.refused, 0) END,
        CASE WHEN 'approvals' = ANY (r.measures) THEN coalesce(c.approvals, 0) END,
        CASE WHEN 'refusals' = ANY (r.measures) THEN coalesce(c.refusals, 0) END,
        CASE WHEN 'retries' = ANY (r.measures) THEN coalesce(c.retries, 0) END,
        CASE WHEN 'retries_exhausted' = ANY (r.measures) THEN coalesce(c.retries_exhausted, 0) END,
        CASE WHEN 'skills' = ANY (r.measures) THEN coalesce(c.skills, 0) END,
        CASE WHEN 'compactions' = ANY (r.measures) THEN coalesce(c.compactions, 0) END,
        coalesce(s.cost_usd::float8 + c.metrics_cost_usd, s.cost_usd::float8, c.metrics_cost_usd) / nullif(c.commits, 0)
    FROM counted c
    FULL JOIN spending s USING (label)
    LEFT JOIN reported r USING (label)
    ORDER BY coalesce(s.cost_usd, 0)::float8 + coalesce(c.metrics_cost_usd, 0) DESC, label;
END $$;
COMMENT ON FUNCTION tidemark.coding(timestamptz, timestamptz, text, text[], text[], text[]) IS
    'Activity and cost of coding agents, one row per value of group_by: none, agent, subagent (the main agent''s calls and those of each sub-agent; counts '
    'are not available by it), version, service, environment, user, model or label:<key>. Counts are by whole hours. A measure that none of the row''s '
    'agents reports is NULL, not 0. The columns operations to unpriced are the agents'' calls, as in tidemark.stats; metrics_cost_usd and metrics_tokens '
    'are of agents that send metrics only (Continue), and are not included in the former. accepted: by a person; accepted_automatically: by a rule or hook. '
    'cost_per_commit: of both costs, NULL if neither is known.';
