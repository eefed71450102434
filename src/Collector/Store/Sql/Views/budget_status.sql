-- Spending is projected in proportion to the elapsed time, once 1/24 of the period has elapsed: one hour of a day, about 30 hours of a month.
CREATE OR REPLACE VIEW tidemark.budget_status AS
SELECT b.name AS budget, b.scope, s.value, b.period, b.time_zone, p.period_start, p.period_end, b.limit_usd, b.limit_tokens,
    m.spent,
    (m.spent / m.allowed)::float8 AS ratio,
    f.projected,
    (f.projected / m.allowed)::float8 AS projected_ratio,
    CASE WHEN m.spent < m.allowed AND f.projected > m.allowed
        THEN CAST((p.period_start + (now() - p.period_start) * (m.allowed / m.spent)::float8) AT TIME ZONE b.time_zone AS date) END AS runs_out_on,
    s.unpriced
FROM tidemark_store.budgets b
CROSS JOIN LATERAL tidemark_store.budget_period(now(), b.period, b.time_zone, b.week_start) p
CROSS JOIN LATERAL tidemark_store.budget_spending(p.period_start, least(p.period_end, now() + interval '10 minutes'), b.scope, b.value) s
CROSS JOIN LATERAL (
    SELECT CASE WHEN b.limit_usd IS NULL THEN s.total_tokens ELSE s.cost_usd END AS spent, coalesce(b.limit_usd, b.limit_tokens) AS allowed
) m
CROSS JOIN LATERAL (
    SELECT extract(epoch FROM now() - p.period_start) / extract(epoch FROM p.period_end - p.period_start) AS passed
) t
CROSS JOIN LATERAL (SELECT CASE WHEN t.passed * 24 >= 1 THEN round(m.spent / t.passed, 6) END AS projected) f;
COMMENT ON VIEW tidemark.budget_status IS
    'The current period of each budget, one row per value: spent and projected in USD or tokens, like the limit; ratio = spent / limit; projected is NULL '
    'until a twenty-fourth of the period has elapsed; runs_out_on: the day in the budget''s time zone on which the limit will be reached. Calls without a '
    'price (unpriced) are not included in the cost.';
