CREATE OR REPLACE FUNCTION tidemark.is_unfiltered(wanted text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT wanted IS NULL OR cardinality(array_remove(wanted, '')) = 0
$$;
COMMENT ON FUNCTION tidemark.is_unfiltered(text[]) IS 'Whether an array filter lets all pass: NULL, empty or only ''''.';
