-- Appends what a transaction's operations come to. Nothing is rewritten here, and nobody else's row is waited for.
INSERT INTO tidemark_store.rollup_deltas (
    bucket, series, slot, operations, errors, slow, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens,
    cost_usd, unpriced, bytes, duration_us, ttft_count, ttft_us, cache_lookups, cache_hits, dependencies, dependency_errors, cells)
SELECT
    x.bucket, x.series, x.slot, x.operations, x.errors, x.slow, x.input_tokens, x.output_tokens, x.cache_read_tokens, x.cache_write_tokens,
    x.reasoning_tokens, x.cost_usd, x.unpriced, x.bytes, x.duration_us, x.ttft_count, x.ttft_us, x.cache_lookups, x.cache_hits,
    x.dependencies, x.dependency_errors, ($24::bigint[])[x.first:x.last]
FROM unnest(
    $1::timestamptz[], $2::integer[], $3::smallint[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[], $8::bigint[], $9::bigint[], $10::bigint[],
    $11::bigint[], $12::numeric[], $13::bigint[], $14::bigint[], $15::bigint[], $16::bigint[], $17::bigint[], $18::bigint[], $19::bigint[],
    $20::bigint[], $21::bigint[], $22::integer[], $23::integer[])
    AS x (bucket, series, slot, operations, errors, slow, input_tokens, output_tokens, cache_read_tokens, cache_write_tokens, reasoning_tokens,
    cost_usd, unpriced, bytes, duration_us, ttft_count, ttft_us, cache_lookups, cache_hits, dependencies, dependency_errors, first, last)
