-- Exactly what the collector keeps: operations in the bucket in which they ended, in every scope and tier; the finest for six hours.
CREATE FUNCTION bench_cells(tier integer, since timestamptz) RETURNS void LANGUAGE sql AS $$
    INSERT INTO tidemark_store.rollups
    SELECT tier, number, bucket, 0, sum(n), sum(errors), sum(slow), sum(input), sum(output), sum(cached), 0, 0, sum(cost), 0, 0,
        sum(us), sum(firsts), sum(first_us), sum(lookups), sum(lookups) * 3 / 4, sum(calls), sum(call_errors),
        ARRAY[coalesce(sum(n) FILTER (WHERE kind = 1), 0), 0, coalesce(sum(n) FILTER (WHERE kind = 3), 0), 0, 0, coalesce(sum(n) FILTER (WHERE kind = 6), 0),
            coalesce(sum(n) FILTER (WHERE kind = 7), 0), 0, 0]::bigint[],
        (SELECT array_agg((cell << 40) + cells.n ORDER BY cell)
         FROM (SELECT cell, sum(m)::bigint AS n FROM unnest(array_agg(by_cell.cell), array_agg(by_cell.n)) AS u (cell, m) GROUP BY cell) AS cells)
    FROM (
        SELECT m.number, p.kind, tidemark_store.floor_to(o.started_at + make_interval(secs => o.duration_us / 1e6), tier) AS bucket,
            CASE WHEN o.duration_us <= 1 THEN 0 ELSE ceil(ln(o.duration_us::float8) / ln(2::float8) * 32)::bigint - 1 END AS cell,
            count(*) AS n, count(o.error_type) AS errors, count(*)
                FILTER (WHERE o.duration_us > CASE p.kind WHEN 1 THEN 30000000 WHEN 3 THEN 10000000 WHEN 7 THEN 2000000 ELSE 100000 END) AS slow,
            coalesce(sum(o.input_tokens), 0) AS input, coalesce(sum(o.output_tokens), 0) AS output, coalesce(sum(o.cache_read_tokens), 0) AS cached,
            coalesce(sum(o.cost_usd), 0) AS cost, sum(o.duration_us) AS us,
            count(o.ttft_ms) AS firsts, coalesce(sum(o.ttft_ms * 1000), 0)::bigint AS first_us, count(*) FILTER (WHERE p.kind = 6) AS lookups,
            count(*) FILTER (WHERE p.kind = 7) AS calls, count(o.error_type) FILTER (WHERE p.kind = 7) AS call_errors
        FROM tidemark_store.operations o
        JOIN bench_scopes six ON six.number = o.series AND six.scope = 6
        JOIN bench_profiles p ON p.p = six.p
        JOIN bench_scopes m ON m.p = p.p AND (m.scope NOT IN (7, 13) OR o.error_type IS NOT NULL) AND (m.scope < 8 OR tier > 10)
        WHERE o.started_at >= since
        GROUP BY 1, 2, 3, 4
    ) AS by_cell
    GROUP BY number, bucket
$$;
UPDATE tidemark_store.rollup_tiers SET since = date_trunc('hour',
    now() - CASE tier WHEN 10 THEN interval '6 hours' WHEN 300 THEN interval '35 days' ELSE interval '400 days' END);
SELECT bench_cells(3600, '-infinity');
SELECT bench_cells(300, '-infinity');
SELECT bench_cells(10, now() - interval '8 hours');
DELETE FROM tidemark_store.rollups WHERE tier = 10 AND bucket < (SELECT since FROM tidemark_store.rollup_tiers WHERE tier = 10);
