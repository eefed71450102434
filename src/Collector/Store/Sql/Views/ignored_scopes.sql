CREATE OR REPLACE VIEW tidemark.ignored_scopes AS
SELECT source,
    (ARRAY['traces', 'metrics', 'logs'])[signal] AS signal,
    scope,
    version,
    sum(items)::bigint AS items,
    max(last_seen_at) AS last_seen_at,
    max(example) AS example
FROM tidemark_store.ignored_scopes
GROUP BY source, signal, scope, version;
COMMENT ON VIEW tidemark.ignored_scopes IS
    'Valid spans and log records that no rule recognises as an operation, by source, signal and instrumentation scope. example: the name of one of them.';
