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
COMMENT ON VIEW tidemark.series IS
    'Every combination of the low-cardinality dimensions ever seen; '''' = none, ''(none)'' for an environment. What can be filtered by.';
