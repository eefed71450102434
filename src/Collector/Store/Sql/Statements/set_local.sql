-- Settings for the rest of this transaction. $1 = names, $2 = values.
SELECT set_config(setting.name, setting.value, true)
FROM unnest($1::text[], $2::text[]) AS setting (name, value)
