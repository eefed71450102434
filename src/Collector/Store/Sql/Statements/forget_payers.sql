-- Deletes payers without any rollups. $1 = not used since, $2 = maximum rows. Locked rows are left for a later run.
DELETE FROM tidemark_store.payers
WHERE number = ANY (ARRAY(SELECT number FROM tidemark_store.payers WHERE used_on < $1 LIMIT $2 FOR UPDATE SKIP LOCKED))
