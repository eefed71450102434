CREATE OR REPLACE VIEW tidemark.users AS
SELECT user_id,
    coalesce(o.first_seen_at, s.first_seen_at) AS first_seen_at,
    coalesce(o.last_seen_at, s.last_seen_at) AS last_seen_at,
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
    SELECT r.user_id,
        tidemark_store.floor_to(min(r.bucket), 3600) AS first_seen_at,
        tidemark_store.floor_to(max(r.bucket), 3600) AS last_seen_at,
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
    GROUP BY r.user_id
    HAVING sum(r.operations) > 0
) o
FULL JOIN (
    SELECT user_id, count(*) AS sessions, min(started_at) AS first_seen_at, max(last_seen_at) AS last_seen_at
    FROM tidemark_store.sessions
    WHERE user_id IS NOT NULL
    GROUP BY user_id
) s USING (user_id);
COMMENT ON VIEW tidemark.users IS
    'All users, with the totals of the operations that name the user and of the sessions that belong to it; first and last seen to the hour. cost_usd is '
    'NULL if no call has a price; unpriced counts model calls without one.';
