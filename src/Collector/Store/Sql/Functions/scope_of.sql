-- In addition to every combination, rollups are kept by single dimension: a query on at most one dimension reads those few rows. Some
-- scopes exist in the coarser tiers only, and none among deltas (tier 0).
CREATE OR REPLACE FUNCTION tidemark_store.scope_of(group_by text, filtered text[], tier smallint) RETURNS smallint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    dimensions text[] := ARRAY(SELECT DISTINCT d FROM unnest(filtered || group_by) AS d WHERE d <> 'none');
    scope smallint;
BEGIN
    IF group_by NOT IN ('none', 'service', 'environment', 'kind', 'operation', 'provider', 'model', 'agent', 'workflow', 'tool', 'dependency',
        'error_type') THEN
        RAISE EXCEPTION 'group_by % is not known', quote_literal(group_by)
            USING HINT = 'Use one of: none service environment kind operation provider model agent workflow tool dependency error_type user label:<key>.';
    END IF;
    scope := CASE
        WHEN cardinality(dimensions) = 0 THEN {scope.all}
        WHEN cardinality(dimensions) = 1 THEN array_position(ARRAY[{scope.names}], dimensions[1])
        WHEN 'error_type' = ANY (dimensions) THEN {scope.error}
        ELSE {scope.series}
    END;
    IF tier = 0 OR (tier = {tier.ten_seconds} AND scope > {scope.error}) THEN
        RETURN CASE WHEN scope IN ({scope.error}, {scope.error_type}) THEN {scope.error} ELSE {scope.series} END;
    END IF;
    RETURN scope;
END $$;
COMMENT ON FUNCTION tidemark_store.scope_of(text, text[], smallint) IS
    'The rollup scope with the fewest rows for a query on these dimensions, in a tier (0 = unmerged deltas).';
