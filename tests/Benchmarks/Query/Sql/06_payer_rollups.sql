-- What users and their teams pay for, in both tiers, and what coding agents of 500 of them did.
INSERT INTO tidemark_store.payers (digest, used_on, user_id, labels)
SELECT md5('user-' || u)::uuid, current_date, 'user-' || u, jsonb_build_object('team', 'team-' || u % 20)
FROM generate_series(0, {users} - 1) AS u;

INSERT INTO tidemark_store.payer_rollups (
    bucket, payer, series, tier, slot, operations, errors, input_tokens, output_tokens, cache_read_tokens, cost_usd, priced, duration_us, cells)
SELECT bucket, payer, series, tier, 0, sum(n), nullif(sum(errors), 0), nullif(sum(input), 0), nullif(sum(output), 0), nullif(sum(cached), 0),
    nullif(sum(cost), 0), nullif(sum(priced), 0),
    sum(us), array_agg((cell << 40) + n ORDER BY cell)
FROM (
    SELECT tidemark_store.floor_to(o.started_at + make_interval(secs => o.duration_us / 1e6), t.tier) AS bucket, p.number AS payer, o.series, t.tier,
        CASE WHEN o.duration_us <= 1 THEN 0 ELSE ceil(ln(o.duration_us::float8) / ln(2::float8) * 32)::bigint - 1 END AS cell,
        count(*) AS n, count(o.error_type) AS errors, sum(o.input_tokens) AS input, sum(o.output_tokens) AS output, sum(o.cache_read_tokens) AS cached,
        sum(o.cost_usd) AS cost, count(o.cost_usd) AS priced, sum(o.duration_us) AS us
    FROM tidemark_store.operations o
    JOIN tidemark_store.payers p ON p.user_id = o.user_id
    CROSS JOIN (VALUES (300::smallint), (3600::smallint)) AS t (tier)
    GROUP BY 1, 2, 3, 4, 5
) AS by_cell
GROUP BY bucket, payer, series, tier
ORDER BY bucket, payer, series, tier;

INSERT INTO tidemark_store.coding_counts (hour, digest, slot, service, environment, agent, version, measure, detail, actor, model, user_id, labels, value)
SELECT hour, md5(concat(u, m.measure, m.detail, m.actor))::uuid, 0, 'service-0', 'production', 'claude_code', '2.1.332', m.measure, m.detail, m.actor, '',
    'user-' || u,
    jsonb_build_object('team', 'team-' || u % 20), 1 + u % 7
FROM generate_series(tidemark_store.floor_to(now(), 3600) - interval '7 days', now(), interval '1 hour') AS hour
CROSS JOIN generate_series(0, least({users}, 500) - 1) AS u
CROSS JOIN (VALUES ('lines_added', '', ''), ('lines_removed', '', ''), ('commits', '', ''), ('active_seconds', 'cli', ''), ('prompts', '', ''),
    ('decisions', 'accepted', 'rule'), ('decisions', 'refused', 'person')) AS m (measure, detail, actor);

INSERT INTO tidemark_store.plans (service, monthly_usd) VALUES ('service-0', 100);
