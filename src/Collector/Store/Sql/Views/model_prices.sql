CREATE OR REPLACE VIEW tidemark.model_prices AS
SELECT provider, model, input_usd_per_million, output_usd_per_million, cache_read_usd_per_million, cache_write_usd_per_million,
    context_max, valid_from, source
FROM tidemark_store.model_prices;
COMMENT ON VIEW tidemark.model_prices IS 'The prices in force: USD per million tokens by provider and model pattern, with start of validity and source.';
