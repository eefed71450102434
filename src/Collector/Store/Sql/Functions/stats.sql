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
    SELECT total.label, total.operations, total.errors, total.errors::float8 / total.operations, total.operations / covered.seconds, total.avg_ms,
        total.p50_ms, total.p95_ms, total.p99_ms, total.input_tokens, total.output_tokens, total.cache_read_tokens, total.cache_write_tokens,
        total.reasoning_tokens, total.input_tokens + total.output_tokens, CASE WHEN total.cost_usd > 0 OR total.unpriced = 0 THEN total.cost_usd END,
        total.unpriced, total.bytes, total.slow, total.ttft_us / nullif(total.ttft_count, 0) / 1000, total.cache_lookups, total.cache_hits
    FROM tidemark_store.totals("from", "to", NULL, NULL, group_by, services, environments, kinds, operation_names, providers, models, agents,
        workflows, tools, dependencies, users, labels, top) total
    CROSS JOIN (SELECT tidemark_store.seconds_with_data("from", "to") AS seconds) covered
    ORDER BY total.operations DESC, total.label
$$;
COMMENT ON FUNCTION tidemark.stats(timestamptz, timestamptz, text, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[], text[],
    text[], integer) IS
    'One row per value of a dimension over any range, busiest first. Exact to ten seconds for the last hours (six by default), before that to five minutes. '
    'Array filters: NULL, empty or only '''' = no filter; ''(none)'' = no value. operations_per_second is over the time between the first and the last '
    'operation stored in the range. cost_usd is NULL if no call has a price. avg_ttft_ms = mean time to first token. group_by: none, service, environment, '
    'kind, operation, provider, model, agent, workflow, tool, dependency, error_type, user or label:<key> (label:team); results by user or label, and with '
    'filters by users or labels (''team=search''), are exact to five minutes and return the top groups by cost, tokens and operations, with all others as '
    '__other__.';
