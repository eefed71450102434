CREATE OR REPLACE FUNCTION tidemark.coding_services("from" timestamptz, "to" timestamptz)
RETURNS TABLE (service text, agent text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 AS $$
    SELECT s.service, s.agent
    FROM tidemark_store.coding_services_among(ARRAY(SELECT t FROM tidemark_store.coding_totals(tidemark_store.floor_to($1, 3600), $2) t)) s
$$;
COMMENT ON FUNCTION tidemark.coding_services(timestamptz, timestamptz) IS
    'Services that are coding agents, with the agent (as in tidemark.coding_counts.agent).';
