-- Who calls what: agents and services on one side; models, tools, dependencies and the agents that services run on the other.
CREATE OR REPLACE FUNCTION tidemark.call_edges(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL)
RETURNS TABLE (source text, target text, kind text, operations bigint, errors bigint, avg_ms double precision, total_ms double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH ends AS (
        SELECT number,
            CASE WHEN kind IN (4, 5) OR agent = '' THEN service ELSE agent END AS source,
            CASE kind WHEN 3 THEN tool WHEN 4 THEN agent WHEN 5 THEN workflow WHEN 6 THEN dependency WHEN 7 THEN dependency ELSE model END AS target,
            tidemark_store.kind_name(kind) AS kind
        FROM tidemark_store.series
        WHERE scope = 6 AND kind <= 7
          AND tidemark.is_wanted(service, $3) AND tidemark.is_wanted(environment, $4) AND tidemark.is_wanted(provider, $5)
          AND tidemark.is_wanted(model, $6) AND tidemark.is_wanted(agent, $7)
    )
    SELECT e.source, e.target, min(e.kind), sum(r.operations)::bigint, sum(r.errors)::bigint,
        sum(r.duration_us)::float8 / sum(r.operations) / 1000, sum(r.duration_us)::float8 / 1000
    FROM ends e
    CROSS JOIN tidemark_store.slices($1, $2) s
    CROSS JOIN LATERAL tidemark_store.rollups_of(e.number, s.tier, s.low, s.high) r
    WHERE e.target <> '' AND e.source <> '' AND e.source <> e.target
    GROUP BY e.source, e.target
    ORDER BY sum(r.operations) DESC, e.source, e.target
    LIMIT 200
$$;
COMMENT ON FUNCTION tidemark.call_edges(timestamptz, timestamptz, text[], text[], text[], text[], text[]) IS
    'Calls between agents or services and what they call, the 200 busiest pairs. Array filters as in tidemark.stats.';
