-- Removes a user from traits. $1 = user id.
UPDATE tidemark_store.traits t
SET attributes = (SELECT jsonb_object_agg(a.key, CASE WHEN a.value = to_jsonb($1::text) THEN '"[forgotten]"' ELSE a.value END)
    FROM jsonb_each(t.attributes) AS a)
WHERE EXISTS (SELECT FROM jsonb_each(CASE jsonb_typeof(t.attributes) WHEN 'object' THEN t.attributes ELSE '{}' END) AS a WHERE a.value = to_jsonb($1::text))
