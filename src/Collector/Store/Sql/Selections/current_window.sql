-- All operations are read from the windows that the collector refreshes; selections, and windows that are no longer refreshed, from the rollups.
CREATE OR REPLACE FUNCTION tidemark.current_window(
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, providers text[] DEFAULT NULL, models text[] DEFAULT NULL,
    agents text[] DEFAULT NULL, seconds integer DEFAULT 300, users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS TABLE (
    as_of timestamptz, window_seconds integer, sessions_active bigint, agents_active bigint, workflows_active bigint, operations bigint,
    errors bigint, error_ratio double precision, operations_per_second double precision, agents_per_minute double precision,
    model_p95_ms double precision, total_tokens bigint, tokens_per_second double precision, cost_usd numeric, cost_per_hour numeric,
    cache_hit_ratio double precision, health_score double precision, health_status text)
LANGUAGE plpgsql STABLE PARALLEL SAFE
AS $$
#variable_conflict use_column
DECLARE
    -- Users and labels are kept in steps of five minutes.
    low timestamptz := tidemark_store.floor_to(now() - make_interval(secs => $6), CASE WHEN tidemark_store.is_paid('none', $7, $8) THEN 300 ELSE 10 END);
    covered double precision := tidemark_store.seconds_covered(low, now());
    active bigint := (
        SELECT count(*) FROM tidemark.open_sessions($1, $2, $3, $4, $5, $7, $8) o WHERE o.last_seen_at >= now() - make_interval(secs => $6));
BEGIN
    IF NOT EXISTS (SELECT FROM unnest($1 || $2 || $3 || $4 || $5 || $7 || $8) AS wanted WHERE wanted <> '') THEN
        RETURN QUERY
        SELECT w.as_of, w.window_seconds, active, w.agents_active, w.workflows_active, w.operations, w.errors, w.error_ratio,
            w.operations_per_second, w.agents_per_minute, m.p95_ms, w.total_tokens, w.tokens_per_second, w.cost_usd, w.cost_per_hour,
            w.cache_hit_ratio, w.health_score, w.health_status
        FROM tidemark.windows_now w
        LEFT JOIN tidemark.windows_now m ON m.window_seconds = $6 AND m.scope = 'kind' AND m.scope_value = 'inference'
        WHERE w.window_seconds = $6 AND w.scope = 'all' AND w.as_of > now() - interval '30 seconds';
        IF FOUND THEN
            RETURN;
        END IF;
    END IF;
    RETURN QUERY
    WITH kinds AS MATERIALIZED (
        SELECT * FROM tidemark.stats(low, now(), 'kind', services => $1, environments => $2, providers => $3, models => $4, agents => $5, users => $7,
            labels => $8)
    ), sums AS (
        SELECT coalesce(sum(k.operations), 0)::bigint AS n, coalesce(sum(k.errors), 0)::bigint AS errors, sum(k.slow) AS slow,
            coalesce(sum(k.operations) FILTER (WHERE k.label = 'agent'), 0) AS runs, max(k.p95_ms) FILTER (WHERE k.label = 'inference') AS p95,
            coalesce(sum(k.total_tokens), 0)::bigint AS tokens, coalesce(sum(k.cost_usd), 0) AS cost,
            sum(k.cache_lookups)::float8 AS lookups, sum(k.cache_hits)::float8 AS hits,
            (sum(k.operations) FILTER (WHERE k.label = 'dependency'))::float8 AS calls,
            (sum(k.errors) FILTER (WHERE k.label = 'dependency'))::float8 AS call_errors
        FROM kinds k
    )
    SELECT now(), CASE WHEN tidemark_store.is_paid('none', $7, $8) THEN ceil(extract(epoch FROM now() - low))::integer ELSE $6 END, active,
        (SELECT count(*) FROM tidemark.stats(low, now(), 'agent', services => $1, environments => $2, providers => $3, models => $4, agents => $5, users => $7,
            labels => $8)),
        (SELECT count(*) FROM tidemark.stats(low, now(), 'workflow', services => $1, environments => $2, providers => $3, models => $4, agents => $5,
            users => $7, labels => $8)),
        s.n, s.errors, s.errors::float8 / nullif(s.n, 0), s.n / covered, s.runs::float8 * 60 / covered, s.p95, s.tokens, s.tokens / covered,
        s.cost, s.cost * 3600 / covered::numeric, s.hits / nullif(s.lookups, 0), h.score, tidemark_store.health_status(h.score)
    FROM sums s
    CROSS JOIN LATERAL tidemark_store.health_score(s.n, s.errors, s.slow, s.lookups, s.hits, s.calls, s.call_errors) AS h (score);
END $$;
COMMENT ON FUNCTION tidemark.current_window(text[], text[], text[], text[], text[], integer, text[], text[]) IS
    'The numbers of the last 60, 300, 900 or 3600 seconds (300 by default), one row: as in tidemark.windows_now, or of a selection. sessions_active = '
    'sessions that have not ended with an operation in that time; model_p95_ms = of model calls. Without operations rates are 0, and ratios, percentiles '
    'and health NULL. Array filters as in tidemark.stats; with users or labels the range starts at the previous five-minute boundary, see window_seconds.';
