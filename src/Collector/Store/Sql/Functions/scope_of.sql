-- Rollups are kept for the whole of each value of one dimension beside those of every combination: whoever asks about at
-- most one dimension reads those few rows.
CREATE OR REPLACE FUNCTION tidemark_store.scope_of(group_by text, filtered text[]) RETURNS smallint
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    dimensions text[] := ARRAY(SELECT DISTINCT d FROM unnest(filtered || group_by) AS d WHERE d <> 'none');
BEGIN
    IF group_by NOT IN ('none', 'service', 'environment', 'kind', 'operation', 'provider', 'model', 'agent', 'workflow', 'tool', 'dependency', 'error_type') THEN
        RAISE EXCEPTION 'group_by % is not known', quote_literal(group_by)
            USING HINT = 'Use one of: none service environment kind operation provider model agent workflow tool dependency error_type.';
    END IF;
    RETURN CASE
        WHEN 'error_type' = ANY (dimensions) THEN 7
        WHEN cardinality(dimensions) = 0 THEN 0
        WHEN cardinality(dimensions) > 1 THEN 6
        ELSE coalesce(array_position(ARRAY['service', 'provider', 'model', 'agent', 'kind'], dimensions[1]), 6)
    END;
END $$;
COMMENT ON FUNCTION tidemark_store.scope_of(text, text[]) IS 'The rollup scope that answers a question about these dimensions with the fewest rows.';
