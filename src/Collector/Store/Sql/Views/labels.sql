CREATE OR REPLACE VIEW tidemark.labels AS
SELECT key, value, key || '=' || value AS label FROM tidemark_store.label_values
UNION
SELECT 'team', team, 'team=' || team FROM tidemark_store.user_names WHERE team <> '';
COMMENT ON VIEW tidemark.labels IS
    'Labels of operations and users (teams, projects, cost centers) that rollups keep: the values for filters by label, such as ''team=search''.';
