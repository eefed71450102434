-- Marks payers as used on a day, which keeps them long after it. $1 = digests, $2 = day.
UPDATE tidemark_store.payers p
SET used_on = $2
FROM (SELECT number FROM tidemark_store.payers WHERE digest = ANY ($1) AND used_on < $2 ORDER BY number FOR UPDATE) AS used
WHERE p.number = used.number
