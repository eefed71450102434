-- A value named by a budget has a row even without spending.
CREATE OR REPLACE FUNCTION tidemark_store.budget_spending("from" timestamptz, "to" timestamptz, scope text, value text)
RETURNS TABLE (value text, cost_usd numeric, total_tokens bigint, unpriced bigint)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 AS $$
    SELECT $4, coalesce(sum(s.cost_usd), 0), coalesce(sum(s.total_tokens), 0)::bigint, coalesce(sum(s.unpriced), 0)::bigint
    FROM tidemark.stats($1, $2, 'none',
        services => CASE WHEN $3 = 'service' THEN ARRAY[$4] END, environments => CASE WHEN $3 = 'environment' THEN ARRAY[$4] END,
        providers => CASE WHEN $3 = 'provider' THEN ARRAY[$4] END, models => CASE WHEN $3 = 'model' THEN ARRAY[$4] END,
        agents => CASE WHEN $3 = 'agent' THEN ARRAY[$4] END, users => CASE WHEN $3 = 'user' THEN ARRAY[$4] END,
        labels => CASE WHEN $3 LIKE 'label:%' THEN ARRAY[substr($3, 7) || '=' || $4] END) s
    WHERE $3 = 'all' OR $4 IS NOT NULL
    HAVING $3 = 'all' OR $4 IS NOT NULL
    UNION ALL
    SELECT s.label, coalesce(s.cost_usd, 0), s.total_tokens, s.unpriced
    FROM tidemark.stats($1, $2, CASE WHEN $3 = 'all' OR $4 IS NOT NULL THEN 'none' ELSE $3 END, top => 1000000) s
    WHERE $3 <> 'all' AND $4 IS NULL
$$;
COMMENT ON FUNCTION tidemark_store.budget_spending(timestamptz, timestamptz, text, text) IS
    'Spending of a budget''s scope in a range: for one value, or for each value (value NULL).';
