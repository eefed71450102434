CREATE OR REPLACE FUNCTION tidemark_store.filter_of(wanted text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN cardinality(array_remove(wanted, '')) = 0 THEN NULL ELSE wanted END
$$;
COMMENT ON FUNCTION tidemark_store.filter_of(text[]) IS 'An array filter, or NULL (no filter) when it is NULL, empty or holds nothing but empty strings.';
