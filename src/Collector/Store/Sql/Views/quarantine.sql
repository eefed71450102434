CREATE OR REPLACE VIEW tidemark.quarantine AS
SELECT 'operations' AS relation, count(*) AS rows FROM tidemark_store.operations_default
UNION ALL
SELECT 'session_events', count(*) FROM tidemark_store.session_events_default
UNION ALL
SELECT 'metric_points', count(*) FROM tidemark_store.metric_points_default;
COMMENT ON VIEW tidemark.quarantine IS 'Rows for which no day partition existed: must be 0.';
