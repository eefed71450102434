CREATE OR REPLACE FUNCTION tidemark.stats(
    "from" timestamptz, "to" timestamptz, group_by text DEFAULT 'none',
    services text[] DEFAULT NULL, environments text[] DEFAULT NULL, kinds text[] DEFAULT NULL, operation_names text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, workflows text[] DEFAULT NULL,
    tools text[] DEFAULT NULL, dependencies text[] DEFAULT NULL, users text[] DEFAULT NULL, labels text[] DEFAULT NULL, top integer DEFAULT 50)
RETURNS TABLE (
    label text, operations bigint, errors bigint, error_ratio double precision, operations_per_second double precision,
    avg_ms double precision, p50_ms double precision, p95_ms double precision, p99_ms double precision,
    input_tokens bigint, output_tokens bigint, cache_read_tokens bigint, cache_write_tokens bigint, reasoning_tokens bigint,
    total_tokens bigint, cost_usd numeric, unpriced bigint, bytes bigint, slow bigint, avg_ttft_ms double precision,
    cache_lookups bigint, cache_hits bigint)
LANGUAGE sql STABLE PARALLEL SAFE
AS $$
    SELECT t.label, t.operations, t.errors, t.errors::float8 / t.operations, t.operations / w.seconds,
        t.avg_ms, t.p50_ms, t.p95_ms, t.p99_ms,
        t.input_tokens, t.output_tokens, t.cache_read_tokens, t.cache_write_tokens, t.reasoning_tokens, t.input_tokens + t.output_tokens,
        CASE WHEN t.cost_usd > 0 OR t.unpriced = 0 THEN t.cost_usd END, t.unpriced, t.bytes, t.slow, t.ttft_us / nullif(t.ttft_count, 0) / 1000,
        t.cache_lookups, t.cache_hits
    FROM tidemark_store.totals($1, $2, NULL, NULL, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16) t
    CROSS JOIN (SELECT tidemark_store.seconds_with_data($1, $2) AS seconds) w
    ORDER BY t.operations DESC, t.label
$$;
COMMENT ON FUNCTION tidemark.stats(timestamptz, timestamptz, text, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[],
    text[], integer) IS
    'One row per value of a dimension over any range, busiest first. Exact to ten seconds for the last hours (six by default), before that to five minutes. '
    'Array filters: NULL, empty or only '''' = no filter; ''(none)'' = no value. operations_per_second is over the time between the first and the last '
    'operation stored in the range. cost_usd is NULL where no call has a price. avg_ttft_ms = mean time to first token. group_by: none, service, environment, '
    'kind, operation, provider, model, agent, workflow, tool, dependency, error_type, user or label:<key> (label:team); the latter two, and filters by users '
    'or labels (''team=search''), are exact to five minutes, and show the top groups by cost, tokens and operations, all others as __other__.';
