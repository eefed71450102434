-- The input of totals for queries by user or label. Kept in steps of five minutes and more: finer edges are widened.
-- For an unlimited number of payers: those with the smallest sums are combined.
CREATE OR REPLACE FUNCTION tidemark_store.paid_measures(
    "from" timestamptz, "to" timestamptz, used smallint, group_by text, services text[], environments text[], kinds text[], operation_names text[],
    providers text[], models text[], agents text[], workflows text[], tools text[], dependencies text[], users text[], labels text[], top integer)
RETURNS TABLE (
    label text, bucket timestamptz, operations bigint, errors bigint, slow bigint, duration_us bigint, input_tokens bigint, output_tokens bigint,
    cache_read_tokens bigint, cache_write_tokens bigint, reasoning_tokens bigint, cost_usd numeric, unpriced bigint, bytes bigint, ttft_us bigint,
    ttft_count bigint, cache_lookups bigint, cache_hits bigint, cells bigint[])
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 AS $$
#variable_conflict use_column
DECLARE
    key text := CASE WHEN $4 LIKE 'label:_%' THEN substr($4, 7) END;
    is_grouped boolean := $4 = 'user' OR key IS NOT NULL;
    user_filter text[] := tidemark_store.filter_of($15);
    label_filter text[] := array_remove(tidemark_store.filter_of($16), '');
    numbers integer[] := CASE WHEN user_filter IS NOT NULL OR label_filter IS NOT NULL THEN ARRAY(
        SELECT p.number
        FROM tidemark_store.named_payers p
        WHERE (user_filter IS NULL OR p.user_id = ANY (user_filter)) AND tidemark_store.is_payer(p.user_id, p.labels, user_filter, label_filter)) END;
BEGIN
    IF '(none)' = ANY ($15) THEN
        RAISE EXCEPTION 'users filter by ids, not by their absence' USING HINT = 'Name users by their ids, or leave users out.';
    END IF;
    RETURN QUERY
    WITH pieces AS MATERIALIZED (
        SELECT $3 AS tier, tidemark_store.floor_to($1, $3) AS low, tidemark_store.ceil_to($2, $3) AS high WHERE $3 IS NOT NULL
        UNION ALL
        SELECT w.tier, tidemark_store.floor_to(s.low, w.tier), tidemark_store.ceil_to(s.high, w.tier)
        FROM tidemark_store.slices($1, $2) s
        CROSS JOIN LATERAL (SELECT greatest(s.tier, {tier.five_minutes}::smallint) AS tier) w
        WHERE $3 IS NULL
    ), series AS MATERIALIZED (
        SELECT s.number, s.label FROM tidemark_store.series_labels(0::smallint, NULL, CASE WHEN is_grouped THEN 'none' ELSE $4 END, $5, $6, $7, $8, $9, $10,
            $11, $12, $13, $14) s
    ), paid AS MATERIALIZED (
        SELECT CASE WHEN key IS NOT NULL THEN r.labels ->> key WHEN is_grouped THEN r.user_id ELSE s.label END AS label, r.*
        FROM pieces p
        CROSS JOIN LATERAL tidemark_store.paid_rollups_of(p.tier, p.low, p.high, numbers) r
        JOIN series s ON s.number = r.series
        UNION ALL
        SELECT CASE WHEN key IS NOT NULL THEN r.labels ->> key WHEN is_grouped THEN r.user_id ELSE s.label END, r.*
        FROM tidemark_store.paid_rollups r
        JOIN series s ON s.number = r.series
        WHERE r.tier = 0 AND r.bucket >= (SELECT min(low) FROM pieces) AND r.bucket < (SELECT max(high) FROM pieces)
          AND tidemark_store.is_payer(r.user_id, r.labels, user_filter, label_filter)
    ), places AS (
        SELECT p.label, row_number() OVER (ORDER BY sum(p.cost_usd) DESC, sum(p.input_tokens + p.output_tokens) DESC, sum(p.operations) DESC, p.label) AS place
        FROM paid p
        WHERE is_grouped AND p.label <> ''
        GROUP BY p.label
    )
    SELECT CASE WHEN o.place > $17 THEN '__other__' ELSE p.label END, p.bucket, p.operations, p.errors, p.slow, p.duration_us, p.input_tokens, p.output_tokens,
        p.cache_read_tokens, p.cache_write_tokens, p.reasoning_tokens, p.cost_usd, p.unpriced, p.bytes, p.ttft_us, p.ttft_count, p.cache_lookups,
        p.cache_hits, p.cells
    FROM paid p
    LEFT JOIN places o ON o.label = p.label
    WHERE p.label <> '' OR NOT is_grouped;
END $$;
COMMENT ON FUNCTION tidemark_store.paid_measures(timestamptz, timestamptz, smallint, text, text[], text[], text[], text[], text[], text[], text[], text[],
    text[], text[], text[], text[], integer) IS
    'Rollup rows by user or label that match the filters, each with its group; payers beyond the maximum number, by cost, tokens and operations, are '
    'combined as __other__.';
