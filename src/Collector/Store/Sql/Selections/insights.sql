-- Findings that an engineer would act on. Each rule has a minimum volume, compares groups or the present with the past, and names the
-- next step. Present = this hour and the last one; past = the 22 hours before them, of which six must have data: new or idle
-- installations have no past and get no such finding. Reads hourly rollups, sessions, and one hour of some sessions' operations.
CREATE OR REPLACE VIEW tidemark.insights AS
WITH hours AS MATERIALIZED (
    SELECT s.service, s.kind, s.provider, s.model, coalesce(nullif(s.dependency, ''), nullif(s.tool, ''), nullif(s.model, '')) AS subject,
        r.bucket, r.bucket >= tidemark_store.floor_to(now(), 3600) - interval '1 hour' AS is_now, r.operations, r.errors, r.input_tokens, r.output_tokens,
        r.cache_read_tokens, r.cost_usd, r.unpriced, r.duration_us
    FROM tidemark_store.series s
    JOIN (
        SELECT r.series, r.bucket, r.operations, r.errors, r.input_tokens, r.output_tokens, r.cache_read_tokens, r.cost_usd, r.unpriced, r.duration_us
        FROM tidemark_store.rollups r
        WHERE r.tier = {tier.one_hour} AND r.bucket >= tidemark_store.floor_to(now(), 3600) - interval '23 hours'
        UNION ALL
        SELECT d.series, tidemark_store.floor_to(d.bucket, 3600), d.operations, d.errors, d.input_tokens, d.output_tokens, d.cache_read_tokens, d.cost_usd,
            d.unpriced, d.duration_us
        FROM tidemark_store.unmerged_rollups d
        WHERE d.bucket >= tidemark_store.floor_to(now(), 3600) - interval '23 hours'
    ) r ON r.series = s.number
    WHERE s.scope = {scope.series}
), models AS MATERIALIZED (
    SELECT service, provider, model, sum(operations) AS calls, sum(input_tokens) AS input, sum(output_tokens) AS output,
        sum(cache_read_tokens) AS cached, sum(cost_usd) AS cost, sum(unpriced) AS unpriced,
        sum(operations) FILTER (WHERE is_now) AS calls_now, sum(input_tokens) FILTER (WHERE is_now) AS input_now,
        sum(cache_read_tokens) FILTER (WHERE is_now) AS cached_now, count(DISTINCT bucket) FILTER (WHERE NOT is_now) AS hours_before,
        min(bucket) AS first_at, max(bucket) AS last_at
    FROM hours WHERE kind = {kind.inference} GROUP BY service, provider, model
), services AS MATERIALIZED (
    SELECT service, sum(operations) FILTER (WHERE is_now) AS operations_now, sum(errors) FILTER (WHERE is_now) AS errors_now,
        sum(operations) FILTER (WHERE NOT is_now) AS operations_before, sum(errors) FILTER (WHERE NOT is_now) AS errors_before,
        sum(cost_usd) FILTER (WHERE is_now) * 3600 / extract(epoch FROM now() - tidemark_store.floor_to(now(), 3600) + interval '1 hour') AS cost_now,
        sum(cost_usd) FILTER (WHERE NOT is_now) AS cost_before,
        count(DISTINCT bucket) FILTER (WHERE NOT is_now) AS hours_before, min(bucket) AS first_at, max(bucket) AS last_at
    FROM hours GROUP BY service
), subjects AS MATERIALIZED (
    SELECT service, subject, sum(operations) FILTER (WHERE is_now) AS calls_now, sum(operations) FILTER (WHERE NOT is_now) AS calls_before,
        sum(duration_us) FILTER (WHERE is_now) / nullif(sum(operations) FILTER (WHERE is_now), 0) / 1000 AS ms_now,
        sum(duration_us) FILTER (WHERE NOT is_now) / nullif(sum(operations) FILTER (WHERE NOT is_now), 0) / 1000 AS ms_before,
        count(DISTINCT bucket) FILTER (WHERE NOT is_now) AS hours_before, min(bucket) AS first_at, max(bucket) AS last_at
    FROM hours WHERE kind IN ({kind.inference}, {kind.embedding}, {kind.tool}, {kind.cache}, {kind.dependency}) AND subject IS NOT NULL
    GROUP BY service, subject
), sizes AS MATERIALIZED (
    SELECT s.service, count(*) FILTER (WHERE s.is_now) AS sessions_now, sum(s.input_tokens + s.output_tokens) FILTER (WHERE s.is_now) AS tokens_now,
        count(*) FILTER (WHERE NOT s.is_now) AS sessions_before, sum(s.input_tokens + s.output_tokens) FILTER (WHERE NOT s.is_now) AS tokens_before,
        count(DISTINCT tidemark_store.floor_to(s.closed_at, 3600))
            FILTER (WHERE NOT s.is_now) AS hours_before, min(s.started_at) AS first_at, max(s.closed_at) AS last_at
    FROM (
        SELECT *, closed_at >= now() - interval '2 hours' AS is_now
        FROM tidemark_store.sessions
        WHERE closed_at >= now() - interval '24 hours'
    ) s
    GROUP BY s.service
), busy AS MATERIALIZED (
    -- A finding needs many calls of one session: the operations of other sessions are not read.
    SELECT session_id, errors, tool_calls
    FROM tidemark_store.sessions
    WHERE (closed_at IS NULL OR closed_at >= now() - interval '1 hour') AND last_seen_at >= now() - interval '1 hour'
      AND (errors >= 10 OR tool_calls >= 25)
), recent_calls AS (
    SELECT o.session_id, o.service, coalesce(o.response_model, o.request_model) AS model,
        -- A failed call has no response model.
        coalesce(o.tool, o.dependency, o.request_model, o.response_model, o.operation, o.kind) AS subject, o.is_error, o.error_type, o.started_at
    FROM busy
    JOIN tidemark.operations o ON o.session_id = busy.session_id
    WHERE busy.errors >= 10 AND o.started_at >= now() - interval '1 hour' AND o.mirror_of IS NULL
      AND o.kind IN ('inference', 'embedding', 'tool', 'cache', 'dependency')
), tool_use AS MATERIALIZED (
    SELECT o.session_id, o.service, o.tool, count(*) AS calls, min(o.started_at) AS first_at, max(o.started_at) AS last_at
    FROM tidemark.operations o
    WHERE o.started_at >= now() - interval '1 hour' AND o.session_id IS NOT NULL AND o.kind = 'tool' AND o.tool IS NOT NULL AND o.mirror_of IS NULL
      AND EXISTS (SELECT FROM busy WHERE busy.tool_calls >= 25)
    GROUP BY o.session_id, o.service, o.tool
), usual_tool_use AS (
    SELECT tool, percentile_cont(0.5) WITHIN GROUP (ORDER BY calls) AS calls, count(*) AS sessions FROM tool_use GROUP BY tool
), switches AS (
    SELECT s.service, s.data ->> 'from' AS old, s.data ->> 'to' AS new, count(DISTINCT s.session_id) AS sessions,
        count(*) FILTER (WHERE f.occurred_at >= s.occurred_at) AS failures_after, count(*) FILTER (WHERE f.occurred_at < s.occurred_at) AS failures_before,
        min(s.occurred_at) AS first_at, max(s.occurred_at) AS last_at
    FROM tidemark_store.session_events s
    JOIN tidemark_store.session_events f ON f.session_id = s.session_id AND f.event_type = 'operation_failed'
        AND f.occurred_at BETWEEN s.occurred_at - interval '10 minutes' AND s.occurred_at + interval '10 minutes'
    WHERE s.event_type = 'model_switched' AND s.occurred_at >= now() - interval '6 hours' AND f.occurred_at >= now() - interval '6 hours 10 minutes'
    GROUP BY 1, 2, 3
)
SELECT 'low_cache_use' AS insight, 'warning' AS severity, m.service, m.model, NULL::text AS session_id,
    format('%s of %s sends %s input tokens a call and reads %s %% of them from the cache; with half of them cached a day would cost %s USD less',
        m.model, m.service, round(m.input / m.calls), round(100 * m.cached / m.input), round(s.saving, 2)) AS message,
    jsonb_build_object('calls', m.calls, 'input_tokens', m.input, 'cache_read_tokens', m.cached) AS evidence,
    s.saving AS saving_usd, m.first_at, m.last_at,
    'Keep the beginning of the prompt (system text, tools, documents) unchanged between calls, and mark it for the provider''s cache' AS next_step
FROM models m
CROSS JOIN LATERAL (
    SELECT (m.input * 0.5 - m.cached) * (p.input_usd_per_million - p.cache_read_usd_per_million) / 1000000 AS saving
    FROM tidemark_store.model_prices p
    WHERE p.provider = m.provider AND m.model LIKE replace(rtrim(p.model, '*'), '_', '\_') || '%' AND p.valid_from <= now()
    ORDER BY length(p.model) DESC, p.valid_from DESC
    LIMIT 1
) s
WHERE m.calls >= 50 AND m.input / m.calls > 4000 AND m.cached < m.input * 0.2 AND s.saving >= 1
UNION ALL
SELECT 'less_from_cache_than_before', 'warning', m.service, m.model, NULL,
    format('%s of %s now reads %s %% of its input from the cache; before it was %s %%', m.model, m.service, round(100 * m.cached_now / m.input_now),
        round(100 * (m.cached - m.cached_now) / (m.input - m.input_now))),
    jsonb_build_object('calls_now', m.calls_now, 'input_now', m.input_now, 'cached_now', m.cached_now, 'input_before', m.input - m.input_now, 'cached_before',
        m.cached - m.cached_now),
    NULL, m.first_at, m.last_at, 'Compare the prompts of two calls in a row: something near their beginning now changes with each call'
FROM models m
WHERE m.hours_before >= 6 AND m.calls_now >= 50 AND m.input_now > 0 AND m.input > m.input_now
  AND (m.cached - m.cached_now) > 0.3 * (m.input - m.input_now) AND m.cached_now * (m.input - m.input_now) < 0.5 * (m.cached - m.cached_now) * m.input_now
UNION ALL
SELECT 'short_answers_from_expensive_model', 'info', m.service, m.model, NULL,
    format('%s of %s answers with %s tokens on average for %s USD a call; %s, used by the same service, takes %s USD', m.model, m.service,
        round(m.output / m.calls), round(m.cost / m.calls, 4), c.model, round(c.cost / c.calls, 4)),
    jsonb_build_object('calls', m.calls, 'output_tokens', m.output, 'cost_usd', m.cost, 'cheaper_model', c.model),
    m.cost - m.calls * c.cost / c.calls, m.first_at, m.last_at,
    format('Try %s for these calls on a sample, and compare the answers', c.model)
FROM models m
CROSS JOIN LATERAL (
    SELECT o.model, o.cost, o.calls FROM models o
    WHERE o.service = m.service AND o.calls >= 50 AND o.cost > 0 AND o.unpriced = 0 AND o.cost / o.calls * 5 < m.cost / m.calls
    ORDER BY o.calls DESC
    LIMIT 1
) c
WHERE m.calls >= 50 AND m.output / m.calls < 60 AND m.cost - m.calls * c.cost / c.calls >= 1
UNION ALL
SELECT 'unpriced_model', 'warning', m.service, m.model, NULL,
    format('%s of %s calls of %s by %s have no price: what they cost is missing everywhere', m.unpriced, m.calls, m.model, m.service),
    jsonb_build_object('provider', m.provider, 'calls', m.calls, 'unpriced', m.unpriced), NULL, m.first_at, m.last_at,
    format('Add %s to the price file, then run collector reprice', m.model)
FROM models m
WHERE m.unpriced >= 20
UNION ALL
SELECT 'errors_more_than_before', 'error', s.service, NULL, NULL,
    format('%s %% of the operations of %s fail now; before it was %s %%', round(100.0 * s.errors_now / s.operations_now, 1), s.service,
        round(100.0 * s.errors_before / s.operations_before, 1)),
    jsonb_build_object('operations_now', s.operations_now, 'errors_now', s.errors_now, 'operations_before', s.operations_before, 'errors_before',
        s.errors_before),
    NULL, s.first_at, s.last_at, 'Open Services for this service: Errors by type and Recent failures name what has begun to fail'
FROM services s
WHERE s.hours_before >= 6 AND s.operations_now >= 50 AND s.errors_now >= 10
  AND s.errors_now::float8 / s.operations_now > 3 * s.errors_before::float8 / s.operations_before
UNION ALL
SELECT 'cost_more_than_before', 'warning', s.service, NULL, NULL,
    format('%s costs %s USD an hour now; before it was %s', s.service, round(s.cost_now, 2), round(s.cost_before / s.hours_before, 2)),
    jsonb_build_object('usd_per_hour_now', s.cost_now, 'usd_per_hour_before', s.cost_before / s.hours_before), NULL, s.first_at, s.last_at,
    'Open Cost for this service: the rate by model and by agent, and the most expensive sessions'
FROM services s
WHERE s.hours_before >= 6 AND s.cost_now >= 1 AND s.cost_now > 3 * s.cost_before / s.hours_before
UNION ALL
SELECT 'slower_than_before', 'warning', b.service, NULL, NULL,
    format('%s takes %s on average for %s now; before it was %s', b.subject, tidemark_store.duration_text(b.ms_now::float8), b.service,
        tidemark_store.duration_text(b.ms_before::float8)),
    jsonb_build_object('subject', b.subject, 'calls_now', b.calls_now, 'ms_now', round(b.ms_now), 'calls_before', b.calls_before, 'ms_before',
        round(b.ms_before)),
    NULL, b.first_at, b.last_at, format('Look at what %s waits for; Services shows since when', b.subject)
FROM subjects b
WHERE b.hours_before >= 6 AND b.calls_now >= 50 AND b.calls_before >= 50 AND b.ms_now > 2 * b.ms_before AND b.ms_now >= 100
UNION ALL
SELECT 'larger_sessions_than_before', 'warning', z.service, NULL, NULL,
    format('A session of %s takes %s tokens now; before it took %s', z.service, round(z.tokens_now / z.sessions_now),
        round(z.tokens_before / z.sessions_before)),
    jsonb_build_object('sessions_now', z.sessions_now, 'tokens_now', z.tokens_now, 'sessions_before', z.sessions_before, 'tokens_before', z.tokens_before),
    NULL, z.first_at, z.last_at, 'Open the largest of its sessions: more turns, larger tool results or a longer prompt'
FROM sizes z
WHERE z.hours_before >= 6 AND z.sessions_now >= 20 AND z.sessions_before >= 20 AND z.tokens_now / z.sessions_now >= 10000
  AND z.tokens_now * z.sessions_before > 2 * z.tokens_before * z.sessions_now
UNION ALL
SELECT 'retry_storm', 'error', r.service, max(r.model), r.session_id,
    format('%s of %s calls of %s failed in session %s within an hour', count(*) FILTER (WHERE r.is_error), count(*), r.subject, r.session_id),
    jsonb_build_object('calls', count(*), 'failures', count(*) FILTER (WHERE r.is_error), 'error_type', mode() WITHIN GROUP (ORDER BY r.error_type)),
    NULL, min(r.started_at), max(r.started_at),
    format('Open the session; give %s fewer retries with growing pauses, and end the run when they are used up', r.subject)
FROM recent_calls r
GROUP BY r.service, r.session_id, r.subject
HAVING count(*) FILTER (WHERE r.is_error) >= 10 AND count(*) FILTER (WHERE r.is_error) * 2 >= count(*)
UNION ALL
SELECT 'tool_loop', 'warning', t.service, NULL, t.session_id,
    format('Tool %s ran %s times in session %s within an hour; half of all sessions that use it need at most %s', t.tool, t.calls, t.session_id,
        round(u.calls)),
    jsonb_build_object('tool', t.tool, 'calls', t.calls, 'median_of_sessions', u.calls), NULL, t.first_at, t.last_at,
    format('Open the session: if the arguments of %s repeat, make the agent stop, and limit calls per run', t.tool)
FROM tool_use t
JOIN usual_tool_use u ON u.tool = t.tool
WHERE t.calls >= 25 AND u.sessions >= 5 AND t.calls >= 5 * u.calls
UNION ALL
SELECT 'stuck_session', 'warning', s.service, s.current_model, s.session_id,
    format('Session %s has made no progress for %s minutes while others have: %s', s.session_id, round(s.silent_minutes), s.evidence),
    jsonb_build_object('silent_minutes', round(s.silent_minutes), 'evidence', s.evidence), NULL, s.started_at, s.last_seen_at,
    'Open the session and see what ran last; end it in the application, and give that call a time limit'
FROM tidemark.stuck_sessions s
WHERE s.silent_minutes >= 15
UNION ALL
SELECT 'errors_after_model_switch', 'error', w.service, w.new, NULL,
    format('In %s sessions of %s that went from %s to %s, %s operations failed in the ten minutes after; in the ten minutes before, %s', w.sessions, w.service,
        w.old, w.new, w.failures_after, w.failures_before),
    jsonb_build_object('from', w.old, 'to', w.new, 'sessions', w.sessions, 'failures_after', w.failures_after, 'failures_before', w.failures_before),
    NULL, w.first_at, w.last_at, format('Check what %s does not support that %s did: tools, context window, output format', w.new, w.old)
FROM switches w
WHERE w.sessions >= 5 AND w.failures_after >= 20 AND w.failures_after > 3 * w.failures_before;
COMMENT ON VIEW tidemark.insights IS
    'Findings of the last day that are worth acting on: each with a minimum volume, a comparison (message, evidence), a next step and, if it can be '
    'estimated, the possible saving in USD per day.';
