CREATE OR REPLACE FUNCTION tidemark_store.filter_of(wanted text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT nullif(array_replace(array_remove(wanted, ''), '(none)', ''), '{}')
$$;
COMMENT ON FUNCTION tidemark_store.filter_of(text[]) IS
    'An array filter with ''(none)'' replaced by '''' as in the tables, or NULL (no filter) if it is NULL, empty or contains only empty strings.';
