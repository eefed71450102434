CREATE OR REPLACE FUNCTION tidemark_store.kind_name(kind smallint) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (ARRAY[{kind.names}])[kind]
$$;
COMMENT ON FUNCTION tidemark_store.kind_name(smallint) IS 'The public name of an operation kind.';
