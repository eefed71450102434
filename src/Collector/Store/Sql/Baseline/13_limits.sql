-- Thresholds of the alert rules: the user edits the values, an upgrade only adds rows.
CREATE TABLE tidemark_store.alert_limits (
    name text PRIMARY KEY,
    value double precision NOT NULL,
    description text NOT NULL
);

INSERT INTO tidemark_store.alert_limits (name, value, description) VALUES
    ('context_warning_ratio', 0.80, 'Context fill of a conversation: warning from here on (0 to 1).'),
    ('context_error_ratio', 0.90, 'Context fill of a conversation: error from here on (0 to 1).'),
    ('context_critical_ratio', 0.95, 'Context fill of a conversation: critical from here on (0 to 1).'),
    ('error_ratio', 0.05, 'Share of failed operations in 5 minutes (0 to 1).'),
    ('error_minimum_operations', 20, 'Fewer operations than this in 5 minutes raise no error or latency alert.'),
    ('slow_p95_ms', 30000, '95th percentile of inference durations in 5 minutes, in milliseconds.'),
    ('cost_per_hour_usd', 250, 'Cost rate over the last 5 minutes, in USD per hour.'),
    ('cost_baseline_factor', 3, 'Cost of the last hour as a multiple of the same hour of the 7 days before, of which three must have data.'),
    ('error_baseline_factor', 3, 'Error ratio of the last hour as a multiple of that of the same hour of the 7 days before, of which three must have data.'),
    ('latency_baseline_factor', 3,
        '95th percentile of inference durations of the last hour as a multiple of that of the same hour of the 7 days before, of which three must have data.'),
    ('tokens_baseline_factor', 3,
        'Tokens of a session last active in the last hour as a multiple of those of the same hour of the 7 days before, of which three must have data.'),
    ('cache_baseline_factor', 0.5,
        'Cache hit ratio of the last hour as a multiple of that of the 7 days before, of which a day must have data: an alert below it.'),
    ('budget_used_ratio', 0.80, 'Share of a budget that is spent in its present period (1 = all of it).'),
    ('budget_projected_ratio', 1, 'Projected share of a budget at the end of its present period (1 = all of it).'),
    ('session_cost_usd', 10, 'Cost of one session, in USD.'),
    ('health_score', 75, 'Health score of the last 5 minutes: an alert below it (0 to 100).'),
    ('stuck_session_minutes', 15, 'An open session without progress for so long after a failure or in a run that has not ended, in minutes.'),
    ('no_data_minutes', 10, 'Minutes without anything arriving but the collector''s own metrics.'),
    ('collector_lag_seconds', 60, 'Age of the newest window row, in seconds.'),
    ('rejected_items', 0, 'Items rejected in 10 minutes.'),
    ('label_overflow_operations', 0, 'Operations of the last hour whose service, model, tool or other dimension had too many values to be rolled up by name.'),
    ('quarantine_rows', 0, 'Rows for which no partition was made ahead.'),
    ('rollup_drift', 0, 'Difference between raw and rolled-up operations of an hour.'),
    ('unpriced_operations', 0, 'Model calls without a price in the last hour.'),
    ('disk_used_ratio', 0.90, 'Share of a file system in use, where a system metric reports it (0 to 1).'),
    ('memory_used_ratio', 0.90, 'Share of memory in use, where a system metric reports it (0 to 1).'),
    ('service_down_seconds', 0, 'Time for which a dependency has not answered, in seconds.');

-- Where alerts link to: the user edits the address.
CREATE TABLE tidemark_store.links (
    name text PRIMARY KEY,
    url text NOT NULL,
    description text NOT NULL
);

INSERT INTO tidemark_store.links (name, url, description) VALUES
    ('collector', 'http://localhost:8080', 'The collector''s HTTP API as people who receive alerts reach it; it serves the runbooks.');
