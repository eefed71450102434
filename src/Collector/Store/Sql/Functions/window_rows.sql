-- One rolling window as of a given time, for all operations and for each of the 50 busiest values of five dimensions, the
-- rest as __other__. Reads only scope rows: some hundreds, regardless of the number of series. The left edge is widened to
-- the rollups' ten seconds; rates are over the time actually covered.
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
    ), unmerged_series AS MATERIALIZED (
        SELECT unmerged_sums.*, unmerged_cells.cells, series.service, series.provider, series.model, series.agent, series.workflow,
            tidemark_store.kind_name(series.kind) AS kind, array_fill(0::bigint, ARRAY[series.kind - 1]) || unmerged_sums.operations AS by_kind
        FROM unmerged_sums
        JOIN tidemark_store.series ON series.number = unmerged_sums.series AND series.scope = {scope.series}
        LEFT JOIN unmerged_cells ON unmerged_cells.series = unmerged_sums.series
    ), measures AS MATERIALIZED (
        SELECT scopes.scope, scopes.value, rollup.operations, rollup.errors, rollup.slow, rollup.duration_us, rollup.input_tokens, rollup.output_tokens,
            rollup.cache_read_tokens, rollup.cost_usd, rollup.cache_lookups, rollup.cache_hits, rollup.dependencies, rollup.dependency_errors,
            rollup.kinds, rollup.cells
        FROM scopes
        CROSS JOIN slices AS slice
        CROSS JOIN LATERAL tidemark_store.rollups_of(scopes.number, slice.tier, slice.low, slice.high) AS rollup
        UNION ALL
        SELECT counted.scope, counted.value, delta.operations, delta.errors, delta.slow, delta.duration_us, delta.input_tokens, delta.output_tokens,
            delta.cache_read_tokens, delta.cost_usd, delta.cache_lookups, delta.cache_hits, delta.dependencies, delta.dependency_errors,
            CASE WHEN counted.scope = 'kind' THEN '{}' ELSE delta.by_kind END, delta.cells
        FROM unmerged_series AS delta
        CROSS JOIN LATERAL (VALUES ('all', ''), ('service', delta.service), ('provider', delta.provider), ('model', delta.model),
            ('agent', delta.agent), ('kind', delta.kind)) AS counted (scope, value)
        WHERE counted.value <> '' OR counted.scope = 'all'
    ), ranks AS (
        SELECT scope, value, row_number() OVER (PARTITION BY scope ORDER BY sum(operations) DESC, value) AS rank
        FROM measures GROUP BY scope, value
    ), labels AS MATERIALIZED (
        SELECT scope, value, CASE WHEN rank <= 50 THEN value ELSE '__other__' END AS label FROM ranks
    ), labelled AS MATERIALIZED (
        SELECT labels.label, measures.* FROM measures JOIN labels USING (scope, value)
    ), sums AS (
        SELECT scope, label, sum(operations)::bigint AS n, sum(errors)::bigint AS errors, sum(slow)::bigint AS slow,
            sum(duration_us)::float8 AS us,
            sum(input_tokens)::bigint AS input, sum(output_tokens)::bigint AS output, sum(cache_read_tokens)::bigint AS cache_read,
            sum(cost_usd) AS cost, sum(cache_lookups)::float8 AS lookups, sum(cache_hits)::float8 AS hits,
            sum(dependencies)::float8 AS calls, sum(dependency_errors)::float8 AS call_errors
        FROM labelled GROUP BY scope, label
        HAVING sum(operations) <> 0
    ), histograms AS (
        SELECT scope, label, array_agg(cell) AS cells FROM labelled CROSS JOIN unnest(cells) AS cell GROUP BY scope, label
    ), kinds AS (
        SELECT scope, label, jsonb_object_agg(kind, n) AS by_kind, coalesce(sum(n) FILTER (WHERE kind = 'agent'), 0) AS agents
        FROM (
            SELECT scope, label, kind, sum(n) AS n
            FROM (
                SELECT labelled.scope, labelled.label, tidemark_store.kind_name(kind.number::smallint) AS kind, kind.n
                FROM labelled CROSS JOIN unnest(labelled.kinds) WITH ORDINALITY AS kind (n, number)
                UNION ALL
                SELECT labelled.scope, labelled.label, labelled.value, labelled.operations FROM labelled WHERE labelled.scope = 'kind'
            ) AS counts
            GROUP BY scope, label, kind
        ) counted
        WHERE n > 0
        GROUP BY scope, label
    ), providers AS MATERIALIZED (
        -- Sessions have a model, but no provider: a model of several providers counts for one of them.
        SELECT s.model, max(s.provider) AS provider FROM tidemark_store.series s WHERE s.scope = {scope.series} AND s.model <> '' GROUP BY s.model
    ), open_sessions AS MATERIALIZED (
        SELECT session.service, session.agent, session.current_model AS model, providers.provider
        FROM tidemark_store.sessions AS session
        LEFT JOIN providers ON providers.model = session.current_model
        WHERE session.status < {status.ended} AND session.last_seen_at >= at - make_interval(secs => seconds)
    ), sessions AS (
        SELECT counted.scope, coalesce(labels.label, counted.value) AS label, count(*) AS sessions
        FROM open_sessions
        CROSS JOIN LATERAL (VALUES ('all', ''), ('service', open_sessions.service), ('agent', open_sessions.agent),
            ('model', open_sessions.model), ('provider', open_sessions.provider)) AS counted (scope, value)
        LEFT JOIN labels USING (scope, value)
        WHERE counted.value IS NOT NULL
        GROUP BY 1, 2
    ), running AS MATERIALIZED (
        SELECT s.service, s.provider, s.model, nullif(s.agent, '') AS agent, nullif(s.workflow, '') AS workflow,
            tidemark_store.kind_name(s.kind) AS kind
        FROM tidemark_store.series s
        WHERE s.scope = {scope.series} AND (s.agent <> '' OR s.workflow <> '')
          AND EXISTS (
              SELECT FROM slices AS slice
              JOIN tidemark_store.rollups AS rollup ON rollup.series = s.number AND rollup.tier = slice.tier
                  AND rollup.bucket >= slice.low AND rollup.bucket < slice.high AND rollup.operations > 0)
        UNION
        SELECT delta.service, delta.provider, delta.model, nullif(delta.agent, ''), nullif(delta.workflow, ''), delta.kind
        FROM unmerged_series AS delta
        WHERE delta.operations > 0 AND (delta.agent <> '' OR delta.workflow <> '')
    ), runners AS (
        SELECT counted.scope, coalesce(labels.label, counted.value) AS label, count(DISTINCT running.agent) AS agents,
            count(DISTINCT running.workflow) AS workflows
        FROM running
        CROSS JOIN LATERAL (VALUES ('all', ''), ('service', running.service), ('provider', running.provider), ('model', running.model),
            ('agent', running.agent), ('kind', running.kind)) AS counted (scope, value)
        LEFT JOIN labels USING (scope, value)
        WHERE counted.value IS NOT NULL
        GROUP BY 1, 2
    )
    SELECT at, seconds, reported.scope, reported.label, 0::smallint, CASE WHEN reported.scope = 'kind' THEN NULL ELSE coalesce(sessions.sessions, 0) END,
        coalesce(runners.agents, 0), coalesce(runners.workflows, 0), coalesce(sums.n, 0), coalesce(kinds.by_kind, '{}'), coalesce(sums.errors, 0),
        sums.errors::float8 / sums.n, coalesce(sums.n, 0) / covered.secs, coalesce(kinds.agents, 0)::float8 * 60 / covered.secs,
        sums.us / nullif(percentile.timed, 0) / 1000, percentile.p50_ms, percentile.p95_ms, percentile.p99_ms,
        coalesce(sums.input, 0), coalesce(sums.output, 0), coalesce(sums.cache_read, 0), coalesce(sums.input + sums.output, 0),
        coalesce(sums.input + sums.output, 0) / covered.secs, coalesce(sums.cost, 0), coalesce(sums.cost, 0) * 3600 / covered.secs::numeric,
        sums.hits / nullif(sums.lookups, 0), health.score, tidemark_store.health_status(health.score)
    FROM (SELECT scope, label FROM sums UNION SELECT 'all', '') AS reported
    CROSS JOIN covered
    LEFT JOIN sums USING (scope, label)
    LEFT JOIN kinds USING (scope, label)
    LEFT JOIN histograms USING (scope, label)
    CROSS JOIN LATERAL tidemark_store.percentiles(histograms.cells) AS percentile
    LEFT JOIN sessions USING (scope, label)
    LEFT JOIN runners USING (scope, label)
    CROSS JOIN LATERAL tidemark_store.health_score(sums.n, sums.errors, sums.slow, sums.lookups, sums.hits, sums.calls, sums.call_errors) AS health (score)
$$;
COMMENT ON FUNCTION tidemark_store.window_rows(timestamptz, integer) IS
    'One rolling window of the given length as of a given time, for all operations and for the busiest values of each scope.';
