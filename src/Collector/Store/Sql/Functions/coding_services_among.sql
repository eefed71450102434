-- A service is one agent, so that its operations count once: by the name that the agent uses by default, or else by what it counted.
CREATE OR REPLACE FUNCTION tidemark_store.coding_services_among(counts tidemark_store.coding_counts[])
RETURNS TABLE (service text, agent text)
LANGUAGE sql STABLE PARALLEL SAFE ROWS 10 AS $$
    WITH counted AS (
        SELECT service, min(agent) AS agent FROM unnest($1) GROUP BY service
    ), services AS (
        SELECT service FROM tidemark_store.series
        UNION
        SELECT service FROM counted
    )
    SELECT services.service, coalesce(min(named.agent), min(counted.agent))
    FROM services
    LEFT JOIN tidemark_store.coding_agents() AS named ON starts_with(services.service, named.service)
    LEFT JOIN counted ON counted.service = services.service
    WHERE named.agent IS NOT NULL OR counted.agent IS NOT NULL
    GROUP BY services.service
$$;
COMMENT ON FUNCTION tidemark_store.coding_services_among(tidemark_store.coding_counts[]) IS
    'Services that are coding agents by their name or these counts, with the agent (as in tidemark.coding_counts.agent).';
