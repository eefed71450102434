-- One row for each combination of low-cardinality dimensions; '' and 0 stand for "none". Its number is the rollups' key.
CREATE TABLE tidemark_store.series (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    scope smallint NOT NULL,
    service text NOT NULL,
    environment text NOT NULL,
    kind smallint NOT NULL,
    operation text NOT NULL,
    provider text NOT NULL,
    model text NOT NULL,
    agent text NOT NULL,
    workflow text NOT NULL,
    tool text NOT NULL,
    dependency text NOT NULL,
    error_type text NOT NULL,
    UNIQUE (scope, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, error_type)
);
