-- Takes deltas to merge them. $1 = rows at most.
DELETE FROM tidemark_store.rollup_deltas
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.rollup_deltas LIMIT $1))
RETURNING bucket, series, operations, errors, slow, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens,
    cost_usd, unpriced, bytes, duration_us, ttft_count, ttft_us, cache_lookups, cache_hits, dependencies, dependency_errors, cells
