CREATE OR REPLACE FUNCTION tidemark.has_labels(user_id text, labels jsonb, wanted text[]) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT tidemark_store.is_payer(
        $1,
        tidemark_store.labels_with_team(coalesce($2, '{}'), (SELECT n.team FROM tidemark_store.user_names n WHERE n.user_id = $1)),
        NULL,
        nullif(array_remove($3, ''), '{}'))
$$;
COMMENT ON FUNCTION tidemark.has_labels(text, jsonb, text[]) IS
    'Whether a session or user has labels (''team=search''); NULL, empty or only '''' = any. If a user''s programs send no team, the one in '
    'tidemark.user_names applies.';
