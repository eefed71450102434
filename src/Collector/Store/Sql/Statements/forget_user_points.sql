-- Removes a user from the attributes of metric points. $1 = user id.
UPDATE tidemark_store.metric_points m
SET attributes = (SELECT jsonb_object_agg(a.key, CASE WHEN a.value = to_jsonb($1::text) THEN '"[forgotten]"' ELSE a.value END)
    FROM jsonb_each(m.attributes) AS a)
WHERE EXISTS (SELECT FROM jsonb_each(m.attributes) AS a WHERE a.value = to_jsonb($1::text))
