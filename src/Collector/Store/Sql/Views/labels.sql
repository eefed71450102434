CREATE OR REPLACE VIEW tidemark.labels AS
SELECT key, value, key || '=' || value AS label FROM tidemark_store.label_values
UNION
SELECT 'team', team, 'team=' || team FROM tidemark_store.user_names WHERE team <> '';
COMMENT ON VIEW tidemark.labels IS
    'The labels of operations and users (teams, projects, cost centers) that rollups distinguish: the values that labels filter by, as ''team=search''.';
