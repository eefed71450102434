-- The book in force, whole: what it no longer lists goes. $10 = version of the collector whose book it is; where that of a later
-- one stands, it stays.
WITH book AS (
    SELECT * FROM unnest($1::text[], $2::text[], $3::timestamptz[], $4::numeric[], $5::numeric[], $6::numeric[], $7::numeric[], $8::integer[], $9::text[])
        AS x (provider, model, valid_from, input, output, cache_read, cache_write, context_max, source)
), later AS (
    SELECT FROM tidemark_store.model_prices WHERE string_to_array(version, '.')::integer[] > string_to_array($10, '.')::integer[] LIMIT 1
), gone AS (
    DELETE FROM tidemark_store.model_prices p
    WHERE NOT EXISTS (SELECT FROM later) AND NOT EXISTS (SELECT FROM book b WHERE (b.provider, b.model, b.valid_from) = (p.provider, p.model, p.valid_from))
)
INSERT INTO tidemark_store.model_prices (
    provider, model, valid_from, input_usd_per_million, output_usd_per_million, cache_read_usd_per_million, cache_write_usd_per_million,
    context_max, source, version)
SELECT provider, model, valid_from, input, output, cache_read, cache_write, context_max, source, $10
FROM book
WHERE NOT EXISTS (SELECT FROM later)
ORDER BY 1, 2, 3
ON CONFLICT (provider, model, valid_from, shard) DO UPDATE SET
    input_usd_per_million = excluded.input_usd_per_million, output_usd_per_million = excluded.output_usd_per_million,
    cache_read_usd_per_million = excluded.cache_read_usd_per_million, cache_write_usd_per_million = excluded.cache_write_usd_per_million,
    context_max = excluded.context_max, source = excluded.source, version = excluded.version
WHERE model_prices.version IS NULL OR string_to_array(model_prices.version, '.')::integer[] <= string_to_array(excluded.version, '.')::integer[]
