CREATE OR REPLACE VIEW tidemark.alert_limits AS
SELECT name, value, description FROM tidemark_store.alert_limits;
COMMENT ON VIEW tidemark.alert_limits IS 'Thresholds of the shipped alert rules: UPDATE tidemark.alert_limits SET value = ... WHERE name = ....';
