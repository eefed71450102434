-- Identifies services by the names that agents use by default, or else by what they counted.
CREATE OR REPLACE FUNCTION tidemark_store.coding_services_among(counts tidemark_store.coding_counts[])
RETURNS TABLE (service text, agent text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 AS $$
    SELECT s.service, a.agent
    FROM (SELECT DISTINCT series.service FROM tidemark_store.series) s
    JOIN tidemark_store.coding_agents() a ON starts_with(s.service, a.service)
    UNION
    SELECT c.service, c.agent
    FROM unnest($1) c
$$;
COMMENT ON FUNCTION tidemark_store.coding_services_among(tidemark_store.coding_counts[]) IS
    'Services that are coding agents by their name or these counts, with the agent (as in tidemark.coding_counts.agent).';
