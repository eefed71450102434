CREATE OR REPLACE FUNCTION tidemark.is_wanted(value text, wanted text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT tidemark.is_unfiltered(wanted) OR coalesce(nullif(value, ''), '(none)') = ANY (wanted)
$$;
COMMENT ON FUNCTION tidemark.is_wanted(text, text[]) IS
    'Whether a value passes an array filter: NULL, empty or only '''' = no filter; ''(none)'' = no value, as in tidemark.stats.';
