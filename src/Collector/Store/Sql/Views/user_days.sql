CREATE OR REPLACE VIEW tidemark.user_days AS
SELECT user_id,
    day,
    service,
    coalesce(s.sessions, 0) AS sessions,
    coalesce(o.operations, 0) AS operations,
    coalesce(o.errors, 0) AS errors,
    coalesce(o.input_tokens, 0) AS input_tokens,
    coalesce(o.output_tokens, 0) AS output_tokens,
    coalesce(o.cache_read_tokens, 0) AS cache_read_tokens,
    coalesce(o.cache_write_tokens, 0) AS cache_write_tokens,
    coalesce(o.reasoning_tokens, 0) AS reasoning_tokens,
    coalesce(o.input_tokens + o.output_tokens, 0) AS total_tokens,
    o.cost_usd,
    coalesce(o.unpriced, 0) AS unpriced
FROM (
    SELECT r.user_id, tidemark_store.utc_day(r.bucket) AS day, s.service,
        sum(r.operations)::bigint AS operations,
        sum(r.errors)::bigint AS errors,
        sum(r.input_tokens)::bigint AS input_tokens,
        sum(r.output_tokens)::bigint AS output_tokens,
        sum(r.cache_read_tokens)::bigint AS cache_read_tokens,
        sum(r.cache_write_tokens)::bigint AS cache_write_tokens,
        sum(r.reasoning_tokens)::bigint AS reasoning_tokens,
        CASE WHEN sum(r.priced) > 0 THEN sum(r.cost_usd) END AS cost_usd,
        sum(r.unpriced)::bigint AS unpriced
    FROM tidemark_store.paid_rollups r
    JOIN tidemark_store.series s ON s.number = r.series AND s.scope = {scope.series}
    WHERE (r.tier = {tier.one_hour} OR r.tier = 0) AND r.user_id <> ''
    GROUP BY 1, 2, 3
    HAVING sum(r.operations) > 0
) o
FULL JOIN (
    SELECT user_id, tidemark_store.utc_day(started_at) AS day, service, count(*) AS sessions
    FROM tidemark_store.sessions
    WHERE user_id IS NOT NULL
    GROUP BY 1, 2, 3
) s USING (user_id, day, service);
COMMENT ON VIEW tidemark.user_days IS
    'The totals of tidemark.users by UTC day and service: operations on the day on which they ended, sessions on the day on which they started.';
