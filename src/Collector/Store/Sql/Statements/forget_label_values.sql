-- Deletes label values that no operation uses that could still be amended. $1 = not used since, $2 = maximum rows. Locked rows are left for a later run.
DELETE FROM tidemark_store.label_values
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.label_values WHERE used_on < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
