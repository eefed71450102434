-- Of several labels with one key any is enough; of each key one is asked for.
CREATE OR REPLACE FUNCTION tidemark.has_labels(user_id text, labels jsonb, wanted text[]) RETURNS boolean
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT NOT EXISTS (
        SELECT FROM unnest($3) AS label
        CROSS JOIN LATERAL (SELECT split_part(label, '=', 1) AS key, substr(label, strpos(label, '=') + 1) AS value) w
        WHERE label <> ''
        GROUP BY w.key
        HAVING NOT bool_or(w.value = coalesce(
            $2 ->> w.key, CASE WHEN w.key = 'team' THEN (SELECT n.team FROM tidemark.user_names n WHERE n.user_id = $1) END, '')))
$$;
COMMENT ON FUNCTION tidemark.has_labels(text, jsonb, text[]) IS
    'Whether a session or user has labels (''team=search''); NULL, empty or only '''' = any. The team of a user whose programs send none is that of tidemark.user_names.';
