-- The series that match the filters, each with the label of its group. They differ between tiers.
CREATE OR REPLACE FUNCTION tidemark_store.series_labels(
    tier smallint, among integer[], group_by text, services text[], environments text[], kinds text[], operations text[], providers text[], models text[],
    agents text[], workflows text[], tools text[], dependencies text[])
RETURNS TABLE (number integer, label text)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 20 AS $$
DECLARE
    filtered text[];
    wanted_scope smallint;
BEGIN
    services := tidemark_store.filter_of(services);
    environments := tidemark_store.filter_of(environments);
    kinds := tidemark_store.filter_of(kinds);
    operations := tidemark_store.filter_of(operations);
    providers := tidemark_store.filter_of(providers);
    models := tidemark_store.filter_of(models);
    agents := tidemark_store.filter_of(agents);
    workflows := tidemark_store.filter_of(workflows);
    tools := tidemark_store.filter_of(tools);
    dependencies := tidemark_store.filter_of(dependencies);
    filtered := array_remove(ARRAY[
        CASE WHEN services IS NOT NULL THEN 'service' END, CASE WHEN environments IS NOT NULL THEN 'environment' END,
        CASE WHEN kinds IS NOT NULL THEN 'kind' END, CASE WHEN operations IS NOT NULL THEN 'operation' END,
        CASE WHEN providers IS NOT NULL THEN 'provider' END, CASE WHEN models IS NOT NULL THEN 'model' END,
        CASE WHEN agents IS NOT NULL THEN 'agent' END, CASE WHEN workflows IS NOT NULL THEN 'workflow' END,
        CASE WHEN tools IS NOT NULL THEN 'tool' END, CASE WHEN dependencies IS NOT NULL THEN 'dependency' END], NULL);
    wanted_scope := tidemark_store.scope_of(group_by, filtered, tier);
    RETURN QUERY
    SELECT series.number, grouped.label
    FROM tidemark_store.series
    CROSS JOIN LATERAL (
        SELECT CASE group_by
            WHEN 'none' THEN ''
            WHEN 'service' THEN series.service
            WHEN 'environment' THEN coalesce(nullif(series.environment, ''), '(none)')
            WHEN 'kind' THEN coalesce(tidemark_store.kind_name(series.kind), '')
            WHEN 'operation' THEN series.operation
            WHEN 'provider' THEN series.provider
            WHEN 'model' THEN series.model
            WHEN 'agent' THEN series.agent
            WHEN 'workflow' THEN series.workflow
            WHEN 'tool' THEN series.tool
            WHEN 'dependency' THEN series.dependency
            ELSE series.error_type
        END AS label
    ) AS grouped
    WHERE series.scope = wanted_scope
      AND (among IS NULL OR series.number = ANY (among))
      AND (services IS NULL OR series.service = ANY (services))
      AND (environments IS NULL OR series.environment = ANY (environments))
      AND (kinds IS NULL OR tidemark_store.kind_name(series.kind) = ANY (kinds))
      AND (operations IS NULL OR series.operation = ANY (operations))
      AND (providers IS NULL OR series.provider = ANY (providers))
      AND (models IS NULL OR series.model = ANY (models))
      AND (agents IS NULL OR series.agent = ANY (agents))
      AND (workflows IS NULL OR series.workflow = ANY (workflows))
      AND (tools IS NULL OR series.tool = ANY (tools))
      AND (dependencies IS NULL OR series.dependency = ANY (dependencies))
      AND (group_by IN ('none', 'environment', 'kind') OR grouped.label <> '');
END $$;
COMMENT ON FUNCTION tidemark_store.series_labels(smallint, integer[], text, text[], text[], text[], text[], text[], text[], text[], text[], text[], text[]) IS
    'The rollup series of a tier (0 = deltas) that match the filters, each with its value of the requested dimension; series without that dimension are '
    'excluded. among: only series with these numbers.';
