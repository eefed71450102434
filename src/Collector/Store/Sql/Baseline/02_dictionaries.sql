-- One row for each combination of low-cardinality dimensions; '' and 0 stand for "none". Its number is the rollups' key.
-- scope: which of the dimensions a rollup of the series keeps. error_type: of failures of one type, that type. caller: of an agent's runs
-- inside another agent's run, that other agent.
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
    caller text NOT NULL,
    UNIQUE (scope, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, error_type, caller)
);

-- What many operations have in common beside their series, each combination once. digest: of all of it, so that every collector finds
-- the same number. used_on: the last day on which a collector asked for it; long after it no operation is left that has it.
CREATE TABLE tidemark_store.traits (
    number integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    digest uuid NOT NULL UNIQUE,
    used_on date NOT NULL,
    request_model text,
    response_model text,
    context_max integer,
    finish_reason text,
    labels jsonb,
    attributes jsonb
);
