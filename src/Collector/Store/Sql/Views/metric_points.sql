CREATE OR REPLACE VIEW tidemark.metric_points AS
SELECT "time", metric, nullif(unit, '') AS unit, service, nullif(environment, '') AS environment, attributes, value, count, sum
FROM tidemark_store.metric_points;
COMMENT ON VIEW tidemark.metric_points IS
    'Metric points as received; cumulative counters and histograms as increments, correct across restarts. Events of coding agents that are counted '
    '(tidemark.coding_counts) are points with the value 1, each a stream of its own.';
