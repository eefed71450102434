-- One rolling window as it stands at a moment, for the whole and for each of the 50 busiest values of five dimensions, the
-- rest as __other__. Reads scope rows only, some hundreds of them, however many series there are. The left edge widens to
-- the rollups' ten seconds; rates are over the time really covered.
CREATE OR REPLACE FUNCTION tidemark_store.window_rows(at timestamptz, seconds integer)
RETURNS SETOF tidemark_store.windows_current
LANGUAGE sql STABLE AS $$
    WITH slices AS MATERIALIZED (
        SELECT * FROM tidemark_store.slices(at - make_interval(secs => seconds), at)
    ), covered AS (
        SELECT tidemark_store.seconds_covered(min(low), at) AS secs FROM slices
    ), scopes AS (
        SELECT s.number, coalesce((ARRAY[{scope.names}])[s.scope], 'all') AS scope,
            CASE s.scope WHEN {scope.all} THEN '' WHEN {scope.service} THEN s.service WHEN {scope.provider} THEN s.provider
                WHEN {scope.model} THEN s.model WHEN {scope.agent} THEN s.agent
                ELSE tidemark_store.kind_name(s.kind) END AS value
        FROM tidemark_store.series s
        WHERE s.scope <= {scope.kind}
    ), unmerged AS MATERIALIZED (
        SELECT * FROM tidemark_store.unmerged_rollups
        WHERE bucket >= (SELECT min(low) FROM slices) AND bucket < (SELECT max(high) FROM slices)
    ), unmerged_sums AS (
        SELECT series, sum(operations)::bigint AS operations, sum(errors)::bigint AS errors, sum(slow)::bigint AS slow,
            sum(duration_us)::bigint AS duration_us, sum(input_tokens)::bigint AS input_tokens, sum(output_tokens)::bigint AS output_tokens,
            sum(cache_read_tokens)::bigint AS cache_read_tokens, sum(cost_usd) AS cost_usd, sum(cache_lookups)::bigint AS cache_lookups,
            sum(cache_hits)::bigint AS cache_hits, sum(dependencies)::bigint AS dependencies, sum(dependency_errors)::bigint AS dependency_errors
        FROM unmerged GROUP BY series
    ), unmerged_cells AS (
        SELECT series, array_agg(cell) AS cells
        FROM (
            SELECT series, (tidemark_store.cell_bucket(c) << 40) + sum(tidemark_store.cell_count(c))::bigint AS cell
            FROM unmerged, unnest(cells) AS c GROUP BY series, tidemark_store.cell_bucket(c)
        ) AS added
        GROUP BY series
    ), waiting AS MATERIALIZED (
        SELECT d.*, c.cells, s.service, s.provider, s.model, s.agent, s.workflow, tidemark_store.kind_name(s.kind) AS kind,
            array_fill(0::bigint, ARRAY[s.kind - 1]) || d.operations AS by_kind
        FROM unmerged_sums d
        JOIN tidemark_store.series s ON s.number = d.series AND s.scope = {scope.series}
        LEFT JOIN unmerged_cells c ON c.series = d.series
    ), picked AS MATERIALIZED (
        SELECT x.scope, x.value, r.operations, r.errors, r.slow, r.duration_us, r.input_tokens, r.output_tokens, r.cache_read_tokens, r.cost_usd,
            r.cache_lookups, r.cache_hits, r.dependencies, r.dependency_errors, r.kinds, r.cells
        FROM scopes x
        CROSS JOIN slices l
        CROSS JOIN LATERAL tidemark_store.rollups_of(x.number, l.tier, l.low, l.high) r
        UNION ALL
        SELECT v.scope, v.value, w.operations, w.errors, w.slow, w.duration_us, w.input_tokens, w.output_tokens, w.cache_read_tokens, w.cost_usd,
            w.cache_lookups, w.cache_hits, w.dependencies, w.dependency_errors, CASE WHEN v.scope = 'kind' THEN '{}' ELSE w.by_kind END, w.cells
        FROM waiting w
        CROSS JOIN LATERAL (VALUES ('all', ''), ('service', w.service), ('provider', w.provider), ('model', w.model), ('agent', w.agent),
            ('kind', w.kind)) AS v (scope, value)
        WHERE v.value <> '' OR v.scope = 'all'
    ), places AS (
        SELECT scope, value, row_number() OVER (PARTITION BY scope ORDER BY sum(operations) DESC, value) AS place
        FROM picked GROUP BY scope, value
    ), named AS MATERIALIZED (
        SELECT CASE WHEN n.place <= 50 THEN p.value ELSE '__other__' END AS label, p.*
        FROM picked p JOIN places n USING (scope, value)
    ), sums AS (
        SELECT scope, label, sum(operations)::bigint AS n, sum(errors)::bigint AS errors, sum(slow)::bigint AS slow,
            sum(duration_us)::float8 AS us,
            sum(input_tokens)::bigint AS input, sum(output_tokens)::bigint AS output, sum(cache_read_tokens)::bigint AS cache_read,
            sum(cost_usd) AS cost, sum(cache_lookups)::float8 AS lookups, sum(cache_hits)::float8 AS hits,
            sum(dependencies)::float8 AS calls, sum(dependency_errors)::float8 AS call_errors
        FROM named GROUP BY scope, label
        HAVING sum(operations) <> 0
    ), histograms AS (
        SELECT scope, label, array_agg(cell) AS cells FROM named CROSS JOIN unnest(cells) AS cell GROUP BY scope, label
    ), kinds AS (
        SELECT scope, label, jsonb_object_agg(kind, n) AS by_kind, coalesce(sum(n) FILTER (WHERE kind = 'agent'), 0) AS agents
        FROM (
            SELECT scope, label, kind, sum(n) AS n
            FROM (
                SELECT n.scope, n.label, tidemark_store.kind_name(k.position::smallint) AS kind, k.n
                FROM named n CROSS JOIN unnest(n.kinds) WITH ORDINALITY AS k (n, position)
                UNION ALL
                SELECT n.scope, n.label, n.value, n.operations FROM named n WHERE n.scope = 'kind'
            ) one
            GROUP BY scope, label, kind
        ) counted
        WHERE n > 0
        GROUP BY scope, label
    ), providers AS MATERIALIZED (
        SELECT s.model, max(s.provider) AS provider FROM tidemark_store.series s WHERE s.scope = {scope.series} AND s.model <> '' GROUP BY s.model
    ), open_sessions AS MATERIALIZED (
        SELECT o.service, o.agent, o.current_model AS model, m.provider
        FROM tidemark_store.sessions o
        LEFT JOIN providers m ON m.model = o.current_model
        WHERE o.status < {status.ended} AND o.last_seen_at >= at - make_interval(secs => seconds)
    ), sessions AS (
        SELECT 'all' AS scope, '' AS value, count(*) AS n FROM open_sessions
        UNION ALL SELECT 'service', service, count(*) FROM open_sessions GROUP BY service
        UNION ALL SELECT 'agent', agent, count(*) FROM open_sessions WHERE agent IS NOT NULL GROUP BY agent
        UNION ALL SELECT 'model', model, count(*) FROM open_sessions WHERE model IS NOT NULL GROUP BY model
        UNION ALL SELECT 'provider', provider, count(*) FROM open_sessions WHERE provider IS NOT NULL GROUP BY provider
    ), running AS MATERIALIZED (
        SELECT s.service, s.provider, s.model, nullif(s.agent, '') AS agent, nullif(s.workflow, '') AS workflow,
            tidemark_store.kind_name(s.kind) AS kind
        FROM tidemark_store.series s
        WHERE s.scope = {scope.series} AND (s.agent <> '' OR s.workflow <> '')
          AND EXISTS (
              SELECT FROM slices l
              JOIN tidemark_store.rollups r ON r.series = s.number AND r.tier = l.tier AND r.bucket >= l.low AND r.bucket < l.high AND r.operations > 0)
        UNION
        SELECT w.service, w.provider, w.model, nullif(w.agent, ''), nullif(w.workflow, ''), w.kind
        FROM waiting w
        WHERE w.operations > 0 AND (w.agent <> '' OR w.workflow <> '')
    ), runners AS (
        SELECT 'all' AS scope, '' AS value, count(DISTINCT agent) AS agents, count(DISTINCT workflow) AS workflows FROM running
        UNION ALL SELECT 'service', service, count(DISTINCT agent), count(DISTINCT workflow) FROM running GROUP BY service
        UNION ALL SELECT 'provider', provider, count(DISTINCT agent), count(DISTINCT workflow) FROM running GROUP BY provider
        UNION ALL SELECT 'model', model, count(DISTINCT agent), count(DISTINCT workflow) FROM running GROUP BY model
        UNION ALL SELECT 'agent', agent, count(DISTINCT agent), count(DISTINCT workflow) FROM running WHERE agent IS NOT NULL GROUP BY agent
        UNION ALL SELECT 'kind', kind, count(DISTINCT agent), count(DISTINCT workflow) FROM running GROUP BY kind
    )
    SELECT at, seconds, w.scope, w.label, 0::smallint, CASE WHEN w.scope = 'kind' THEN NULL ELSE coalesce(o.n, 0) END,
        coalesce(a.agents, 0), coalesce(a.workflows, 0), coalesce(s.n, 0), coalesce(k.by_kind, '{}'), coalesce(s.errors, 0),
        s.errors::float8 / s.n, coalesce(s.n, 0) / c.secs, coalesce(k.agents, 0)::float8 * 60 / c.secs, s.us / nullif(p.timed, 0) / 1000,
        p.p50_ms, p.p95_ms, p.p99_ms,
        coalesce(s.input, 0), coalesce(s.output, 0), coalesce(s.cache_read, 0), coalesce(s.input + s.output, 0),
        coalesce(s.input + s.output, 0) / c.secs, coalesce(s.cost, 0), coalesce(s.cost, 0) * 3600 / c.secs::numeric,
        s.hits / nullif(s.lookups, 0), h.score, tidemark_store.health_status(h.score)
    FROM (SELECT scope, label FROM sums UNION SELECT 'all', '') w
    CROSS JOIN covered c
    LEFT JOIN sums s USING (scope, label)
    LEFT JOIN kinds k USING (scope, label)
    LEFT JOIN histograms b USING (scope, label)
    CROSS JOIN LATERAL tidemark_store.percentiles(b.cells) p
    LEFT JOIN sessions o ON o.scope = w.scope AND o.value = w.label
    LEFT JOIN runners a ON a.scope = w.scope AND a.value = w.label
    CROSS JOIN LATERAL tidemark_store.health_score(s.n, s.errors, s.slow, s.lookups, s.hits, s.calls, s.call_errors) AS h (score)
$$;
COMMENT ON FUNCTION tidemark_store.window_rows(timestamptz, integer) IS
    'One rolling window of so many seconds, as it stands at a moment, for the whole and for the busiest values of each scope.';
