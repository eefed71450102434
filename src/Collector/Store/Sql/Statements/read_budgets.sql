-- The status of budgets, nearest to their limit first, with the events raised in the period. $1 = maximum rows.
SELECT b.budget, b.scope, coalesce(b.value, '') AS value, b.period, b.period_start, b.limit_usd IS NOT NULL AS is_usd,
    coalesce(b.limit_usd, b.limit_tokens) AS allowed, b.spent, b.projected, coalesce(m.percent, -1)::smallint AS raised,
    coalesce(m.is_projected, false) AS is_projected
FROM tidemark.budget_status b
LEFT JOIN LATERAL (
    SELECT max(k.percent) FILTER (WHERE k.percent > 0) AS percent, bool_or(k.percent = 0) AS is_projected
    FROM tidemark_store.budget_marks k
    WHERE k.budget = b.budget AND k.value = coalesce(b.value, '') AND k.period_start = b.period_start AND k.allowed = coalesce(b.limit_usd, b.limit_tokens)
) m ON true
WHERE b.spent > 0
ORDER BY b.ratio DESC, b.budget, value
LIMIT $1
