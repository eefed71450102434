-- What a careful reader of the last day would point out. Each rule is bounded in time and reads rollups, sessions or one
-- hour of operations, so that the whole stays fast whatever is stored.
CREATE OR REPLACE VIEW tidemark.insights AS
WITH counted AS MATERIALIZED (
    SELECT s.service, s.kind, s.provider, s.model, s.tool, s.dependency, r.bucket, r.operations, r.input_tokens, r.output_tokens, r.cache_read_tokens,
        r.cost_usd, r.unpriced, r.duration_us
    FROM tidemark_store.series s
    JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = 3600 AND r.bucket >= now() - interval '24 hours'
    WHERE s.scope = 6
    UNION ALL
    SELECT s.service, s.kind, s.provider, s.model, s.tool, s.dependency, tidemark_store.floor_to(d.bucket, 3600), d.operations, d.input_tokens, d.output_tokens,
        d.cache_read_tokens, d.cost_usd, d.unpriced, d.duration_us
    FROM tidemark_store.unmerged_rollups d
    JOIN tidemark_store.series s ON s.number = d.series AND s.scope = 6
    WHERE d.bucket >= now() - interval '24 hours'
), model_hours AS MATERIALIZED (
    SELECT service, provider, model, sum(operations) AS calls, sum(input_tokens) AS input, sum(output_tokens) AS output,
        sum(cache_read_tokens) AS cache_read, sum(cost_usd) AS cost, sum(unpriced) AS unpriced, min(bucket) AS first_at, max(bucket) AS last_at
    FROM counted
    WHERE kind = 1
    GROUP BY service, provider, model
    HAVING sum(operations) > 0
), prices AS (
    SELECT m.service, m.provider, m.model, p.input_usd_per_million AS input_price, p.cache_read_usd_per_million AS cache_price
    FROM model_hours m
    CROSS JOIN LATERAL (
        SELECT * FROM tidemark_store.model_prices p
        WHERE p.provider = m.provider AND m.model LIKE replace(rtrim(p.model, '*'), '_', '\_') || '%' AND p.valid_from <= now()
        ORDER BY length(p.model) DESC, p.valid_from DESC
        LIMIT 1
    ) p
), recent AS MATERIALIZED (
    SELECT o.session_id, o.started_at, o.duration_us, o.error_type, o.error_class, s.service, s.kind, s.operation, s.model, s.tool, s.dependency
    FROM tidemark_store.operations o
    JOIN tidemark_store.series s ON s.number = o.series
    WHERE o.started_at >= now() - interval '1 hour' AND o.session_id IS NOT NULL
      AND (o.error_class <> 'cancelled' OR s.kind = 3)
)
SELECT 'low_cache_use' AS insight, 'warning' AS severity, m.service, m.model, NULL::text AS session_id,
    format('%s of %s input tokens a call on average, %s %% of them from cache', m.model, round(m.input / m.calls), round(100 * m.cache_read / m.input)) AS message,
    jsonb_build_object('calls', m.calls, 'input_tokens', m.input, 'cache_read_tokens', m.cache_read) AS evidence,
    ((m.input * 0.5 - m.cache_read) * (p.input_price - p.cache_price) / 1000000)::numeric AS saving_usd, m.first_at, m.last_at
FROM model_hours m
LEFT JOIN prices p USING (service, provider, model)
WHERE m.calls >= 20 AND m.input / m.calls > 4000 AND m.cache_read < m.input * 0.2
UNION ALL
SELECT 'short_answers_from_expensive_model', 'info', m.service, m.model, NULL,
    format('%s answers with %s tokens on average and costs %s USD a call', m.model, round(m.output / m.calls), round(m.cost / m.calls, 4)),
    jsonb_build_object('calls', m.calls, 'output_tokens', m.output, 'cost_usd', m.cost), m.cost * 0.8, m.first_at, m.last_at
FROM model_hours m
WHERE m.calls >= 20 AND m.output / m.calls < 60 AND m.cost / m.calls > 0.01
UNION ALL
SELECT 'unpriced_model', 'warning', m.service, m.model, NULL,
    format('%s calls of %s have no price or report no usage: their cost is not counted', m.unpriced, m.model),
    jsonb_build_object('provider', m.provider, 'calls', m.calls, 'unpriced', m.unpriced), NULL, m.first_at, m.last_at
FROM model_hours m
WHERE m.unpriced > 0
UNION ALL
SELECT 'retry_storm', 'error', r.service, r.model, r.session_id,
    format('%s failures of %s in session %s within an hour', count(*), r.operation, r.session_id),
    jsonb_build_object('failures', count(*), 'error_type', mode() WITHIN GROUP (ORDER BY r.error_type)), NULL, min(r.started_at), max(r.started_at)
FROM recent r
WHERE r.error_class <> 'cancelled'
GROUP BY r.service, r.model, r.session_id, r.operation
HAVING count(*) >= 5
UNION ALL
SELECT 'tool_loop', 'warning', r.service, NULL, r.session_id,
    format('Tool %s was called %s times in session %s within an hour', r.tool, count(*), r.session_id),
    jsonb_build_object('tool', r.tool, 'calls', count(*)), NULL, min(r.started_at), max(r.started_at)
FROM recent r
WHERE r.kind = 3
GROUP BY r.service, r.tool, r.session_id
HAVING count(*) >= 25
UNION ALL
SELECT 'bottleneck', 'info', b.service, NULL, NULL,
    format('%s takes %s %% of the time that sessions of %s spend', b.subject, round(100 * b.us / b.total), b.service),
    jsonb_build_object('subject', b.subject, 'share', round(b.us / b.total, 3), 'seconds', round(b.us / 1000000)), NULL, b.first_at, b.last_at
FROM (
    SELECT service, coalesce(nullif(dependency, ''), nullif(tool, ''), nullif(model, '')) AS subject, sum(duration_us) AS us,
        sum(sum(duration_us)) OVER (PARTITION BY service) AS total, min(bucket) AS first_at, max(bucket) AS last_at
    FROM counted
    WHERE kind IN (1, 2, 3, 6, 7)
    GROUP BY 1, 2
) b
WHERE b.subject IS NOT NULL AND b.us > b.total * 0.5 AND b.us > 60000000
UNION ALL
SELECT 'context_nearly_full', 'warning', x.service, x.current_model, x.session_id,
    format('Session %s fills %s %% of its context window and has not been compacted', x.session_id, round(100.0 * x.context_used / x.context_max)),
    jsonb_build_object('context_used', x.context_used, 'context_max', x.context_max), NULL, x.started_at, x.last_seen_at
FROM tidemark_store.sessions x
WHERE x.status < 3 AND x.context_used >= x.context_max * 0.9
UNION ALL
SELECT 'stuck_session', 'warning', x.service, x.current_model, x.session_id,
    format('Session %s has been silent since %s after %s errors', x.session_id, to_char(x.last_seen_at AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI'), x.errors),
    jsonb_build_object('operations', x.operations, 'errors', x.errors), NULL, x.started_at, x.last_seen_at
FROM tidemark_store.sessions x
WHERE x.status = 2 AND x.errors > 0
UNION ALL
SELECT 'errors_after_model_switch', 'error', e.service, e.data ->> 'to', e.session_id,
    format('%s failures in session %s within 10 minutes of the switch from %s to %s', e.failures, e.session_id, e.data ->> 'from', e.data ->> 'to'),
    jsonb_build_object('from', e.data ->> 'from', 'to', e.data ->> 'to', 'failures', e.failures), NULL, e.occurred_at, e.occurred_at + interval '10 minutes'
FROM (
    SELECT s.service, s.session_id, s.data, s.occurred_at, count(*) AS failures
    FROM tidemark_store.session_events s
    JOIN tidemark_store.session_events f ON f.session_id = s.session_id AND f.event_type = 'operation_failed'
        AND f.occurred_at BETWEEN s.occurred_at AND s.occurred_at + interval '10 minutes' AND f.occurred_at >= now() - interval '6 hours'
    WHERE s.event_type = 'model_switched' AND s.occurred_at >= now() - interval '6 hours'
    GROUP BY s.event_id, s.service, s.session_id, s.data, s.occurred_at
    HAVING count(*) >= 3
) e;
COMMENT ON VIEW tidemark.insights IS
    'What is worth a look in the last day, with evidence and, where it can be told, the USD that could have been saved: little cache use, short answers from expensive models, retry storms, tool loops, bottlenecks, full contexts, stuck sessions, unpriced models, errors after a model switch.';
