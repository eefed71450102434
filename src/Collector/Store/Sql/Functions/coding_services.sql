-- Identifies services by the names that agents use by default, or else by what they counted in the range.
CREATE OR REPLACE FUNCTION tidemark.coding_services("from" timestamptz, "to" timestamptz)
RETURNS TABLE (service text, agent text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 AS $$
    SELECT s.service, a.agent
    FROM (SELECT DISTINCT series.service FROM tidemark_store.series) s
    JOIN tidemark_store.coding_agents() a ON starts_with(s.service, a.service)
    UNION
    SELECT c.service, c.agent
    FROM tidemark_store.coding_counts c
    WHERE c.hour >= tidemark_store.floor_to($1, 3600) AND c.hour < $2
$$;
COMMENT ON FUNCTION tidemark.coding_services(timestamptz, timestamptz) IS
    'Services that are coding agents, with the agent (as in tidemark.coding_counts.agent).';
