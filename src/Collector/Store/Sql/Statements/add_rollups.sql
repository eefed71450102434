-- Adds to the tiers' rows what merged deltas come to. Rows come in the key's order.
-- Values are taken out of the arrays by position: unnest over so many arrays took a seventh of the time.
INSERT INTO tidemark_store.rollups AS r (
    series, bucket, slot, tier, operations, errors, slow, input_tokens,
    output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens, cost_usd, unpriced, bytes, duration_us,
    ttft_count, ttft_us, cache_lookups, cache_hits, dependencies, dependency_errors, kinds, cells)
SELECT
    ($1::integer[])[x.row], ($2::timestamptz[])[x.row], 0, ($3::smallint[])[x.row], ($4::bigint[])[x.row], ($5::bigint[])[x.row], ($6::bigint[])[x.row],
    ($7::bigint[])[x.row], ($8::bigint[])[x.row], ($9::bigint[])[x.row], ($10::bigint[])[x.row], ($11::bigint[])[x.row], x.cost_usd,
    ($13::bigint[])[x.row], ($14::bigint[])[x.row], ($15::bigint[])[x.row], ($16::bigint[])[x.row], ($17::bigint[])[x.row], ($18::bigint[])[x.row],
    ($19::bigint[])[x.row], ($20::bigint[])[x.row], ($21::bigint[])[x.row],
    ($26::bigint[])[($22::integer[])[x.row]:($23::integer[])[x.row]], ($27::bigint[])[($24::integer[])[x.row]:($25::integer[])[x.row]]
FROM unnest($12::numeric[]) WITH ORDINALITY AS x (cost_usd, row)
ON CONFLICT (series, bucket, slot, tier) DO UPDATE SET
    operations = r.operations + excluded.operations, errors = r.errors + excluded.errors,
    slow = r.slow + excluded.slow, input_tokens = r.input_tokens + excluded.input_tokens,
    output_tokens = r.output_tokens + excluded.output_tokens, cache_read_tokens = r.cache_read_tokens + excluded.cache_read_tokens,
    cache_write_tokens = r.cache_write_tokens + excluded.cache_write_tokens, reasoning_tokens = r.reasoning_tokens + excluded.reasoning_tokens,
    cost_usd = r.cost_usd + excluded.cost_usd, unpriced = r.unpriced + excluded.unpriced,
    bytes = r.bytes + excluded.bytes, duration_us = r.duration_us + excluded.duration_us,
    ttft_count = r.ttft_count + excluded.ttft_count, ttft_us = r.ttft_us + excluded.ttft_us,
    cache_lookups = r.cache_lookups + excluded.cache_lookups, cache_hits = r.cache_hits + excluded.cache_hits,
    dependencies = r.dependencies + excluded.dependencies, dependency_errors = r.dependency_errors + excluded.dependency_errors,
    kinds = tidemark_store.counts_add(r.kinds, excluded.kinds), cells = tidemark_store.cells_add(r.cells, excluded.cells)
