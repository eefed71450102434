CREATE OR REPLACE VIEW tidemark.rollup_drift AS
SELECT hour, raw, rolled_up, raw - rolled_up AS drift, raw_tokens, rolled_up_tokens, raw_tokens - rolled_up_tokens AS token_drift, checked_at
FROM tidemark_store.rollup_checks;
COMMENT ON VIEW tidemark.rollup_drift IS
    'Operations and tokens of each hour as stored and as rolled up, by the hour in which operations ended, as of the collector''s last self-check. Both are '
    'written in one transaction: drift must be 0.';
