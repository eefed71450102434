-- Values of labels that no operation has that may still be amended. $1 = not used since, $2 = rows at most. Locked rows are left for a later run.
DELETE FROM tidemark_store.label_values
WHERE ctid = ANY (ARRAY(SELECT ctid FROM tidemark_store.label_values WHERE used_on < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
