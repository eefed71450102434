CREATE OR REPLACE VIEW tidemark.series AS
SELECT service,
    coalesce(nullif(environment, ''), '(none)') AS environment,
    tidemark_store.kind_name(kind) AS kind,
    operation,
    provider,
    model,
    agent,
    workflow,
    tool,
    dependency
FROM tidemark_store.series
WHERE scope = {scope.series};
COMMENT ON VIEW tidemark.series IS 'All combinations of the low-cardinality dimensions: the values for filters. '''' = none, ''(none)'' for an environment.';
