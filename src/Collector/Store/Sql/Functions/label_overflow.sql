CREATE OR REPLACE FUNCTION tidemark.label_overflow("from" timestamptz, "to" timestamptz)
RETURNS TABLE (service text, dimension text, operations bigint)
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    WITH beyond AS (SELECT ARRAY['__other__'] AS limits)
    SELECT label AS service, 'service' AS dimension, operations FROM tidemark.stats($1, $2, 'service') WHERE label = '__other__'
    UNION ALL
    SELECT s.label, 'environment', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', environments => b.limits) s
    UNION ALL
    SELECT s.label, 'operation', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', operation_names => b.limits) s
    UNION ALL
    SELECT s.label, 'provider', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', providers => b.limits) s
    UNION ALL
    SELECT s.label, 'model', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', models => b.limits) s
    UNION ALL
    SELECT s.label, 'agent', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', agents => b.limits) s
    UNION ALL
    SELECT s.label, 'workflow', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', workflows => b.limits) s
    UNION ALL
    SELECT s.label, 'tool', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', tools => b.limits) s
    UNION ALL
    SELECT s.label, 'dependency', s.operations FROM beyond b, tidemark.stats($1, $2, 'service', dependencies => b.limits) s
$$;
COMMENT ON FUNCTION tidemark.label_overflow(timestamptz, timestamptz) IS
    'Operations of a range that are rolled up as __other__ because a dimension (service, model, tool, ...) had more values than '
    'Tidemark:Recognise:MaxLabels, by service and dimension. No rows: none.';
