INSERT INTO tidemark_store.alert_limits (name, value, description) VALUES
    ('service_down_seconds', 0, 'Time for which a dependency has not answered, in seconds.')
ON CONFLICT (name) DO NOTHING;
