-- Callers (agents and services) and what they call (models, tools, dependencies and agents). Runs of an agent called by another agent
-- (scope caller) are subtracted from those of its service.
CREATE OR REPLACE FUNCTION tidemark.call_edges(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL)
RETURNS TABLE (source text, target text, kind text, operations bigint, errors bigint, avg_ms double precision, total_ms double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH wanted AS (
        SELECT *
        FROM tidemark_store.series
        WHERE scope IN ({scope.series}, {scope.caller}) AND kind <= {kind.dependency}
          AND tidemark.is_wanted(service, $3) AND tidemark.is_wanted(environment, $4) AND tidemark.is_wanted(provider, $5)
          AND tidemark.is_wanted(model, $6) AND (tidemark.is_wanted(agent, $7) OR (scope = {scope.caller} AND tidemark.is_wanted(caller, $7)))
    ), ends AS (
        SELECT number,
            CASE WHEN kind IN ({kind.agent}, {kind.workflow}) OR agent = '' THEN service ELSE agent END AS source,
            CASE kind WHEN {kind.tool} THEN tool WHEN {kind.agent} THEN agent WHEN {kind.workflow} THEN workflow
                WHEN {kind.cache} THEN dependency WHEN {kind.dependency} THEN dependency ELSE model END AS target,
            tidemark_store.kind_name(kind) AS kind, 1 AS sign
        FROM wanted
        WHERE scope = {scope.series}
        UNION ALL
        SELECT number, caller, agent, tidemark_store.kind_name(kind), 1 FROM wanted WHERE scope = {scope.caller}
        UNION ALL
        SELECT number, service, agent, tidemark_store.kind_name(kind), -1 FROM wanted WHERE scope = {scope.caller} AND tidemark.is_wanted(agent, $7)
    ), pieces AS MATERIALIZED (
        SELECT * FROM tidemark_store.slices($1, $2)
    ), picked AS (
        SELECT e.source, e.target, e.kind, e.sign * r.operations AS operations, e.sign * r.errors AS errors, e.sign * r.duration_us AS duration_us,
            e.sign * (SELECT sum(tidemark_store.cell_count(cell)) FROM unnest(r.cells) AS cell) AS timed
        FROM ends e
        CROSS JOIN pieces p
        CROSS JOIN LATERAL tidemark_store.rollups_of(e.number, p.tier, p.low, p.high) r
        UNION ALL
        SELECT e.source, e.target, e.kind, e.sign * d.operations, e.sign * d.errors, e.sign * d.duration_us,
            e.sign * (SELECT sum(tidemark_store.cell_count(cell)) FROM unnest(d.cells) AS cell)
        FROM tidemark_store.unmerged_rollups d
        JOIN ends e ON e.number = d.series
        WHERE d.bucket >= (SELECT min(low) FROM pieces) AND d.bucket < (SELECT max(high) FROM pieces)
    )
    SELECT e.source, e.target, min(e.kind), sum(e.operations)::bigint, sum(e.errors)::bigint,
        -- Operations without a known duration are not in the histogram.
        sum(e.duration_us)::float8 / nullif(sum(e.timed), 0)::float8 / 1000, sum(e.duration_us)::float8 / 1000
    FROM picked e
    WHERE e.target <> '' AND e.source <> '' AND e.source <> e.target
    GROUP BY e.source, e.target
    HAVING sum(e.operations) > 0
    ORDER BY sum(e.operations) DESC, e.source, e.target
$$;
COMMENT ON FUNCTION tidemark.call_edges(timestamptz, timestamptz, text[], text[], text[], text[], text[]) IS
    'Calls from agents or services to what they call, busiest pair first, without a limit. An agent inside another agent''s run is called by that agent. '
    'Array filters as in tidemark.stats.';
