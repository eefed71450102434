CREATE OR REPLACE FUNCTION tidemark.graph_nodes(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL, top integer DEFAULT 12)
RETURNS TABLE (name text, kind text, calls text, duration text, ok double precision, failed double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH edges AS MATERIALIZED (
        SELECT * FROM tidemark.graph_edges($1, $2, $3, $4, $5, $6, $7, $8)
    ), ends AS (
        SELECT e.target AS name, e.target_kind AS kind, e.operations, e.errors, e.avg_ms, 1 AS is_target FROM edges e
        UNION ALL
        SELECT e.source, e.source_kind, e.operations, e.errors, e.avg_ms, 0 FROM edges e WHERE e.source NOT IN (SELECT target FROM edges)
    )
    SELECT n.name, min(n.kind), tidemark_store.count_text(sum(n.operations)) || CASE WHEN min(n.is_target) = 1 THEN ' calls' ELSE ' made' END,
        tidemark_store.duration_text(sum(n.avg_ms * n.operations) / sum(n.operations)::float8),
        1 - sum(n.errors)::float8 / sum(n.operations)::float8, sum(n.errors)::float8 / sum(n.operations)::float8
    FROM ends n
    GROUP BY n.name
    ORDER BY sum(n.operations) DESC, n.name
$$;
COMMENT ON FUNCTION tidemark.graph_nodes(timestamptz, timestamptz, text[], text[], text[], text[], text[], integer) IS
    'The nodes of tidemark.graph_edges: calls received (calls made for nodes that are only callers) and their mean duration, as text; ok and failed are '
    'shares that add up to 1.';
