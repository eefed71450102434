-- Several labels with one key are alternatives; labels with different keys must all match.
CREATE OR REPLACE FUNCTION tidemark_store.is_payer(user_id text, labels jsonb, wanted_users text[], wanted_labels text[]) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT (wanted_users IS NULL OR user_id = ANY (wanted_users))
        AND (wanted_labels IS NULL OR NOT EXISTS (
            SELECT FROM unnest(wanted_labels) AS label
            GROUP BY split_part(label, '=', 1)
            HAVING NOT bool_or(coalesce(labels ->> split_part(label, '=', 1), '') = substr(label, strpos(label, '=') + 1))))
$$;
COMMENT ON FUNCTION tidemark_store.is_payer(text, jsonb, text[], text[]) IS
    'Whether a payer is one of these users and has these labels (''team=search''); NULL = any.';
