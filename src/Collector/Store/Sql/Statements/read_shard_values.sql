-- For each value of the distribution columns from 0 to $1: the shard of operations that holds it.
SELECT get_shard_id_for_distribution_column('tidemark_store.operations', value::smallint)
FROM generate_series(0, $1) AS value
ORDER BY value
