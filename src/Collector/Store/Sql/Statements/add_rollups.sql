-- Cells are put in front of those that are there, which is cheap (the log takes only what differs from the old row, and its end
-- stays the same), and added up bucket by bucket only when there are many: readers sum them anyway. Rows come in the key's order.
INSERT INTO tidemark_store.rollups AS r (
    series, bucket, slot, tier, operations, errors, slow, input_tokens,
    output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_usd, unpriced, bytes, duration_us,
    duration_min_us, duration_max_us, ttft_count, ttft_us, cache_lookups, cache_hits, dependencies, dependency_errors,
    kinds, cells)
SELECT
    x.series, x.bucket, x.slot, x.tier, x.operations, x.errors, x.slow, x.input_tokens,
    x.output_tokens, x.cache_read_tokens, x.cache_write_tokens, x.reasoning_tokens, x.cost_usd, x.unpriced, x.bytes, x.duration_us,
    x.duration_min_us, x.duration_max_us, x.ttft_count, x.ttft_us, x.cache_lookups, x.cache_hits, x.dependencies, x.dependency_errors,
    ($29::bigint[])[x.kinds_first:x.kinds_last], ($30::bigint[])[x.cells_first:x.cells_last]
FROM unnest(
    $1::integer[], $2::timestamptz[], $3::smallint[], $4::smallint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[],
    $9::bigint[], $10::bigint[], $11::bigint[], $12::bigint[], $13::numeric[], $14::bigint[], $15::bigint[], $16::bigint[],
    $17::bigint[], $18::bigint[], $19::bigint[], $20::bigint[], $21::bigint[], $22::bigint[], $23::bigint[], $24::bigint[],
    $25::integer[], $26::integer[], $27::integer[], $28::integer[])
    AS x (
    series, bucket, slot, tier, operations, errors, slow, input_tokens,
    output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_usd, unpriced, bytes, duration_us,
    duration_min_us, duration_max_us, ttft_count, ttft_us, cache_lookups, cache_hits, dependencies, dependency_errors,
    kinds_first, kinds_last, cells_first, cells_last)
ON CONFLICT (series, bucket, slot, tier) DO UPDATE SET
    operations = r.operations + excluded.operations, errors = r.errors + excluded.errors,
    slow = r.slow + excluded.slow, input_tokens = r.input_tokens + excluded.input_tokens,
    output_tokens = r.output_tokens + excluded.output_tokens, cache_read_tokens = r.cache_read_tokens + excluded.cache_read_tokens,
    cache_write_tokens = r.cache_write_tokens + excluded.cache_write_tokens, reasoning_tokens = r.reasoning_tokens + excluded.reasoning_tokens,
    cost_usd = r.cost_usd + excluded.cost_usd, unpriced = r.unpriced + excluded.unpriced,
    bytes = r.bytes + excluded.bytes, duration_us = r.duration_us + excluded.duration_us,
    duration_min_us = least(r.duration_min_us, excluded.duration_min_us), duration_max_us = greatest(r.duration_max_us, excluded.duration_max_us),
    ttft_count = r.ttft_count + excluded.ttft_count, ttft_us = r.ttft_us + excluded.ttft_us,
    cache_lookups = r.cache_lookups + excluded.cache_lookups, cache_hits = r.cache_hits + excluded.cache_hits,
    dependencies = r.dependencies + excluded.dependencies, dependency_errors = r.dependency_errors + excluded.dependency_errors,
    kinds = CASE WHEN excluded.kinds = '{}' THEN r.kinds
        ELSE ARRAY[coalesce(r.kinds[1], 0) + coalesce(excluded.kinds[1], 0), coalesce(r.kinds[2], 0) + coalesce(excluded.kinds[2], 0), coalesce(r.kinds[3], 0) + coalesce(excluded.kinds[3], 0),
            coalesce(r.kinds[4], 0) + coalesce(excluded.kinds[4], 0), coalesce(r.kinds[5], 0) + coalesce(excluded.kinds[5], 0), coalesce(r.kinds[6], 0) + coalesce(excluded.kinds[6], 0),
            coalesce(r.kinds[7], 0) + coalesce(excluded.kinds[7], 0), coalesce(r.kinds[8], 0) + coalesce(excluded.kinds[8], 0), coalesce(r.kinds[9], 0) + coalesce(excluded.kinds[9], 0)] END,
    cells = CASE WHEN cardinality(r.cells) < 512 THEN excluded.cells || r.cells
        ELSE tidemark_store.cells_add(r.cells, excluded.cells) END
