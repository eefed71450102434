CREATE OR REPLACE FUNCTION tidemark_store.is_paid(group_by text, users text[], labels text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT group_by = 'user' OR group_by LIKE 'label:_%' OR tidemark_store.filter_of(users) IS NOT NULL OR tidemark_store.filter_of(labels) IS NOT NULL
$$;
COMMENT ON FUNCTION tidemark_store.is_paid(text, text[], text[]) IS 'Whether a query groups or filters by users or labels.';
