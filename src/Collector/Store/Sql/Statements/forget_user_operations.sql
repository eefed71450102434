-- Removes a user from operations: the id, and attributes with it. $1 = user id.
UPDATE tidemark_store.operations o
SET user_id = nullif(o.user_id, $1), reported = CASE WHEN o.reported ->> 'user' = $1 THEN nullif(o.reported - 'user', '{}') ELSE o.reported END,
    attributes = CASE WHEN o.attributes IS NULL THEN NULL
        ELSE (SELECT jsonb_object_agg(a.key, CASE WHEN a.value = to_jsonb($1::text) THEN '"[forgotten]"' ELSE a.value END)
        FROM jsonb_each(o.attributes) AS a) END
WHERE o.user_id = $1 OR o.reported ->> 'user' = $1
    OR EXISTS (SELECT FROM jsonb_each(CASE jsonb_typeof(o.attributes) WHEN 'object' THEN o.attributes ELSE '{}' END) AS a WHERE a.value = to_jsonb($1::text))
