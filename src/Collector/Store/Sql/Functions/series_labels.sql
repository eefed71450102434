-- The series that a question is about, each with the label of its group. They differ from tier to tier.
CREATE OR REPLACE FUNCTION tidemark_store.series_labels(
    tier smallint, among integer[], group_by text, services text[], environments text[], kinds text[], operations text[], providers text[], models text[],
    agents text[], workflows text[], tools text[], dependencies text[])
RETURNS TABLE (number integer, label text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 AS $$
DECLARE
    s text[] := tidemark_store.filter_of(services);
    e text[] := tidemark_store.filter_of(environments);
    k text[] := tidemark_store.filter_of(kinds);
    o text[] := tidemark_store.filter_of(operations);
    p text[] := tidemark_store.filter_of(providers);
    m text[] := tidemark_store.filter_of(models);
    a text[] := tidemark_store.filter_of(agents);
    w text[] := tidemark_store.filter_of(workflows);
    t text[] := tidemark_store.filter_of(tools);
    d text[] := tidemark_store.filter_of(dependencies);
    wanted smallint := tidemark_store.scope_of(group_by, array_remove(ARRAY[
        CASE WHEN s IS NOT NULL THEN 'service' END, CASE WHEN e IS NOT NULL THEN 'environment' END,
        CASE WHEN k IS NOT NULL THEN 'kind' END, CASE WHEN o IS NOT NULL THEN 'operation' END,
        CASE WHEN p IS NOT NULL THEN 'provider' END, CASE WHEN m IS NOT NULL THEN 'model' END,
        CASE WHEN a IS NOT NULL THEN 'agent' END, CASE WHEN w IS NOT NULL THEN 'workflow' END,
        CASE WHEN t IS NOT NULL THEN 'tool' END, CASE WHEN d IS NOT NULL THEN 'dependency' END], NULL), tier);
BEGIN
    RETURN QUERY
    SELECT x.number, CASE group_by
            WHEN 'none' THEN ''
            WHEN 'service' THEN x.service
            WHEN 'environment' THEN coalesce(nullif(x.environment, ''), '(none)')
            WHEN 'kind' THEN coalesce(tidemark_store.kind_name(x.kind), '')
            WHEN 'operation' THEN x.operation
            WHEN 'provider' THEN x.provider
            WHEN 'model' THEN x.model
            WHEN 'agent' THEN x.agent
            WHEN 'workflow' THEN x.workflow
            WHEN 'tool' THEN x.tool
            WHEN 'dependency' THEN x.dependency
            ELSE x.error_type
        END
    FROM tidemark_store.series x
    WHERE x.scope = wanted
      AND (among IS NULL OR x.number = ANY (among))
      AND (s IS NULL OR x.service = ANY (s))
      AND (e IS NULL OR x.environment = ANY (e))
      AND (k IS NULL OR tidemark_store.kind_name(x.kind) = ANY (k))
      AND (o IS NULL OR x.operation = ANY (o))
      AND (p IS NULL OR x.provider = ANY (p))
      AND (m IS NULL OR x.model = ANY (m))
      AND (a IS NULL OR x.agent = ANY (a))
      AND (w IS NULL OR x.workflow = ANY (w))
      AND (t IS NULL OR x.tool = ANY (t))
      AND (d IS NULL OR x.dependency = ANY (d))
      AND (group_by = 'none' OR group_by = 'environment' OR CASE group_by
            WHEN 'service' THEN x.service
            WHEN 'kind' THEN 'x'
            WHEN 'operation' THEN x.operation
            WHEN 'provider' THEN x.provider
            WHEN 'model' THEN x.model
            WHEN 'agent' THEN x.agent
            WHEN 'workflow' THEN x.workflow
            WHEN 'tool' THEN x.tool
            WHEN 'dependency' THEN x.dependency
            ELSE x.error_type
        END <> '');
END $$;
COMMENT ON FUNCTION tidemark_store.series_labels(smallint, integer[], text, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[]) IS
    'The rollup series of a tier (0 = deltas) that match the filters, each with the value of the dimension asked for; series without that dimension are left '
    'out. among: none but these numbers.';
