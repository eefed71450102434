-- Users and labels are kept in steps of five minutes, so a total over other boundaries would leave a difference.
CREATE OR REPLACE FUNCTION tidemark_store.spending_by(
    "from" timestamptz, "to" timestamptz, group_by text, services text[], users text[] DEFAULT NULL, labels text[] DEFAULT NULL)
RETURNS TABLE (label text, operations bigint, errors bigint, total_tokens bigint, cost_usd numeric, unpriced bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 20
AS $$
    WITH borders AS MATERIALIZED (
        SELECT tidemark_store.floor_to($1, 300) AS low, tidemark_store.ceil_to($2, 300) AS high
    ), named AS MATERIALIZED (
        SELECT s.label, s.operations, s.errors, s.total_tokens, s.cost_usd, s.unpriced
        FROM borders b
        CROSS JOIN LATERAL tidemark.stats(b.low, b.high, $3, services => $4, users => $5, labels => $6, top => 1000000) s
    ), named_sum AS (
        SELECT coalesce(sum(n.operations), 0)::bigint AS operations, coalesce(sum(n.errors), 0)::bigint AS errors,
            coalesce(sum(n.total_tokens), 0)::bigint AS total_tokens, coalesce(sum(n.cost_usd), 0) AS cost_usd, coalesce(sum(n.unpriced), 0)::bigint AS unpriced
        FROM named n
    ), parts AS (
        SELECT n.label, n.operations, n.errors, n.total_tokens, n.cost_usd, n.unpriced FROM named n
        UNION ALL
        SELECT '(none)', t.operations - s.operations, t.errors - s.errors, t.total_tokens - s.total_tokens,
            nullif(coalesce(t.cost_usd, 0) - s.cost_usd, 0), t.unpriced - s.unpriced
        FROM borders b
        CROSS JOIN LATERAL tidemark.stats(b.low, b.high, services => $4, users => $5, labels => $6) t
        CROSS JOIN named_sum s
        WHERE t.operations > s.operations
    )
    SELECT p.label, sum(p.operations)::bigint, sum(p.errors)::bigint, sum(p.total_tokens)::bigint, sum(p.cost_usd), sum(p.unpriced)::bigint
    FROM parts p
    GROUP BY p.label
$$;
COMMENT ON FUNCTION tidemark_store.spending_by(timestamptz, timestamptz, text, text[], text[], text[]) IS
    'Spending of some services by a dimension of tidemark.stats, in whole steps of five minutes; operations without a value are (none).';
