CREATE OR REPLACE VIEW tidemark.agents AS
SELECT name, first_seen_at, last_seen_at, operations, errors, input_tokens, output_tokens, total_tokens, cost_usd, unpriced
FROM tidemark_store.agent_model_service_totals
WHERE scope = {scope.agent};
COMMENT ON VIEW tidemark.agents IS 'All agents with their totals; first and last seen to the hour. cost_usd is NULL if no call has a price.';
