-- Replaces all prices. $10 = version of the collector with this price book; prices of a later version
-- are kept.
WITH book AS (
    SELECT {values} FROM {rows}
), later AS (
    SELECT FROM tidemark_store.model_prices WHERE string_to_array(version, '.')::integer[] > string_to_array($10, '.')::integer[] LIMIT 1
), gone AS (
    DELETE FROM tidemark_store.model_prices p
    WHERE NOT EXISTS (SELECT FROM later) AND NOT EXISTS (SELECT FROM book b WHERE (b.provider, b.model, b.valid_from) = (p.provider, p.model, p.valid_from))
)
INSERT INTO tidemark_store.model_prices ({columns}, version)
SELECT {columns}, $10
FROM book
WHERE NOT EXISTS (SELECT FROM later)
ORDER BY {key}
ON CONFLICT ({key}, shard) DO UPDATE SET {excluded}, version = excluded.version
WHERE model_prices.version IS NULL OR string_to_array(model_prices.version, '.')::integer[] <= string_to_array(excluded.version, '.')::integer[]
