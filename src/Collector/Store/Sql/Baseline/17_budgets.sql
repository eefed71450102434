-- What may be spent in a period: the user adds and edits rows (through tidemark.budgets). value: of the scope's dimension; NULL = each
-- value on its own. week_start: 1 = Monday to 7 = Sunday. The zone is checked by using it.
CREATE TABLE tidemark_store.budgets (
    name text PRIMARY KEY CHECK (name <> ''),
    scope text NOT NULL DEFAULT 'all'
        CHECK (scope IN ('all', 'service', 'environment', 'provider', 'model', 'agent', 'user') OR scope LIKE 'label:_%'),
    value text CHECK (value <> ''),
    period text NOT NULL DEFAULT 'month' CHECK (period IN ('day', 'week', 'month')),
    time_zone text NOT NULL DEFAULT 'UTC' CHECK (timestamptz '2000-01-01 00:00:00+00' AT TIME ZONE time_zone IS NOT NULL),
    limit_usd numeric CHECK (limit_usd > 0),
    limit_tokens bigint CHECK (limit_tokens > 0),
    week_start smallint NOT NULL DEFAULT 1 CHECK (week_start BETWEEN 1 AND 7),
    note text,
    CONSTRAINT budgets_one_limit CHECK (num_nonnulls(limit_usd, limit_tokens) = 1),
    CONSTRAINT budgets_all_has_no_value CHECK (scope <> 'all' OR value IS NULL)
);

-- Which events have been raised in a period. allowed: the limit then; a changed one is watched from the start. percent: of the limit; 0 = the
-- projection passed it.
CREATE TABLE tidemark_store.budget_marks (
    budget text NOT NULL,
    value text NOT NULL,
    period_start timestamptz NOT NULL,
    allowed numeric NOT NULL,
    percent smallint NOT NULL,
    PRIMARY KEY (budget, value, period_start, allowed, percent)
);

INSERT INTO tidemark_store.jobs VALUES ('budgets');
