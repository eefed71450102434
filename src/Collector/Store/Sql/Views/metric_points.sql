CREATE OR REPLACE VIEW tidemark.metric_points AS
SELECT "time", metric, nullif(unit, '') AS unit, service, nullif(environment, '') AS environment, attributes, value, count, sum
FROM tidemark_store.metric_points;
COMMENT ON VIEW tidemark.metric_points IS
    'Metric points as they came; cumulative counters and histograms as increments, right across restarts. Events of coding agents that count '
    '(tidemark.coding_counts) are points of the value 1, each a stream of its own.';
