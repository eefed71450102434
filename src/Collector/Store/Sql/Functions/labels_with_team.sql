CREATE OR REPLACE FUNCTION tidemark_store.labels_with_team(labels jsonb, team text) RETURNS jsonb
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN team IS NULL OR labels ? 'team' THEN labels ELSE labels || jsonb_build_object('team', team) END
$$;
COMMENT ON FUNCTION tidemark_store.labels_with_team(jsonb, text) IS 'Labels, with the user''s team if they name none.';
