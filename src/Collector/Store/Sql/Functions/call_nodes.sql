CREATE OR REPLACE FUNCTION tidemark.call_nodes(
    "from" timestamptz, "to" timestamptz, services text[] DEFAULT NULL, environments text[] DEFAULT NULL,
    providers text[] DEFAULT NULL, models text[] DEFAULT NULL, agents text[] DEFAULT NULL)
RETURNS TABLE (name text, kind text, operations bigint, errors bigint, avg_ms double precision)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH edges AS MATERIALIZED (
        SELECT * FROM tidemark.call_edges($1, $2, $3, $4, $5, $6, $7)
    ), ends AS (
        SELECT target AS name, kind, operations, errors, total_ms FROM edges
        UNION ALL
        SELECT source, 'caller', operations, errors, total_ms FROM edges WHERE source NOT IN (SELECT target FROM edges)
    )
    SELECT name, min(kind), sum(operations)::bigint, sum(errors)::bigint, sum(total_ms) / sum(operations) FROM ends GROUP BY name
$$;
COMMENT ON FUNCTION tidemark.call_nodes(timestamptz, timestamptz, text[], text[], text[], text[], text[]) IS
    'Both ends of tidemark.call_edges, with the calls received, or the calls made for nodes that are only callers.';
