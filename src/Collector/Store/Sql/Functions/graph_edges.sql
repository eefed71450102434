-- Limited to a dozen nodes, as many as a person can follow in a graph; tidemark.call_edges is unlimited.
CREATE OR REPLACE FUNCTION tidemark.graph_edges(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, top integer DEFAULT 12)
RETURNS TABLE (source text, target text, source_kind text, target_kind text, operations bigint, errors bigint, avg_ms double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH edges AS MATERIALIZED (
        SELECT * FROM tidemark.call_edges($1, $2, $3, $4, $5, $6, $7)
    ), ends AS (
        SELECT e.source AS name, NULL::text AS kind, e.operations FROM edges e
        UNION ALL
        SELECT e.target, e.kind, e.operations FROM edges e
    ), nodes AS MATERIALIZED (
        SELECT n.name, coalesce(min(n.kind), 'caller') AS kind, row_number() OVER (ORDER BY sum(n.operations) DESC, n.name) AS place
        FROM ends n GROUP BY n.name
    ), drawn AS (
        SELECT CASE WHEN s.place <= $8 THEN e.source ELSE 'other' END AS source,
            CASE WHEN t.place <= $8 THEN e.target ELSE 'other' END AS target,
            CASE WHEN s.place <= $8 THEN s.kind ELSE 'the rest' END AS source_kind,
            CASE WHEN t.place <= $8 THEN t.kind ELSE 'the rest' END AS target_kind,
            e.operations, e.errors, e.total_ms
        FROM edges e
        JOIN nodes s ON s.name = e.source
        JOIN nodes t ON t.name = e.target
    )
    SELECT d.source, d.target, d.source_kind, d.target_kind, sum(d.operations)::bigint, sum(d.errors)::bigint, sum(d.total_ms) / sum(d.operations)::float8
    FROM drawn d
    WHERE d.source <> d.target
    GROUP BY d.source, d.target, d.source_kind, d.target_kind
    ORDER BY 5 DESC, d.source, d.target
$$;
COMMENT ON FUNCTION tidemark.graph_edges(timestamptz, timestamptz, text[], text[], text[], text[], text[], integer) IS
    'tidemark.call_edges for a graph: calls between the busiest nodes (twelve by default), all others combined as ''other''. Array filters as in '
    'tidemark.stats.';
