CREATE OR REPLACE VIEW tidemark.budgets AS
SELECT name, scope, value, period, time_zone, limit_usd, limit_tokens, week_start, note
FROM tidemark_store.budgets;
COMMENT ON VIEW tidemark.budgets IS
    'Limits per day, week or month, for everything or for a service, environment, provider, model, agent, user or label:<key> (value NULL = each value '
    'separately), in USD or tokens: INSERT INTO tidemark.budgets (name, scope, value, period, time_zone, limit_usd) VALUES (...). week_start: 1 = Monday to '
    '7 = Sunday.';
