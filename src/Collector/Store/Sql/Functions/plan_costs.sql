-- A month is a twelfth of 365.2425 days.
CREATE OR REPLACE FUNCTION tidemark.plan_costs("from" timestamptz, "to" timestamptz)
RETURNS TABLE (
    service text, user_pattern text, note text, monthly_usd numeric, seats bigint, users bigint, operations bigint, total_tokens bigint,
    paid_usd numeric, api_usd numeric, unpriced bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
AS $$
    WITH spending AS (
        SELECT s.service, nullif(u.label, '(none)') AS user_id, u.operations, u.total_tokens, u.cost_usd, u.unpriced
        FROM (SELECT DISTINCT p.service FROM tidemark_store.plans p) s
        CROSS JOIN LATERAL tidemark_store.spending_by($1, $2, 'user', ARRAY[s.service]) u
    ), covered AS (
        SELECT s.*, p.user_pattern
        FROM spending s
        CROSS JOIN LATERAL (
            SELECT p.user_pattern
            FROM tidemark_store.plans p
            WHERE p.service = s.service AND coalesce(s.user_id, '') LIKE p.user_pattern
            ORDER BY length(p.user_pattern) DESC, p.user_pattern LIMIT 1) p
    ), spent AS (
        SELECT c.service, c.user_pattern, count(c.user_id) AS users, sum(c.operations)::bigint AS operations, sum(c.total_tokens)::bigint AS total_tokens,
            sum(c.cost_usd) AS cost_usd, sum(c.unpriced)::bigint AS unpriced
        FROM covered c
        GROUP BY c.service, c.user_pattern
    )
    SELECT p.service, p.user_pattern, p.note, p.monthly_usd, seat.seats, coalesce(s.users, 0), coalesce(s.operations, 0), coalesce(s.total_tokens, 0),
        round(p.monthly_usd * seat.seats * (extract(epoch FROM $2 - $1) / (365.2425 * 86400 / 12)), 6),
        CASE WHEN s.service IS NULL THEN 0 ELSE s.cost_usd END, coalesce(s.unpriced, 0)
    FROM tidemark_store.plans p
    LEFT JOIN spent s ON s.service = p.service AND s.user_pattern = p.user_pattern
    CROSS JOIN LATERAL (SELECT coalesce(p.seats, greatest(s.users, 1)) AS seats) seat
    ORDER BY p.service, p.user_pattern
$$;
COMMENT ON FUNCTION tidemark.plan_costs(timestamptz, timestamptz) IS
    'Cost of the flat plans in tidemark.plans over a range (paid_usd: the monthly price, in proportion to the range, times seats), with the cost of the '
    'covered calls at API prices (api_usd; NULL if none has a price). A call is covered by at most one plan.';
