-- Series by number.
SELECT number, scope, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, error_type, caller
FROM tidemark_store.series
WHERE number = ANY ($1)
