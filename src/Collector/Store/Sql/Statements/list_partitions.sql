-- Days of a table's partitions before a given day, oldest first. $1 = table, $2 = day.
SELECT to_date(right(c.relname, 8), 'YYYYMMDD')
FROM pg_inherits i
JOIN pg_class c ON c.oid = i.inhrelid
WHERE i.inhparent = ('tidemark_store.' || $1)::regclass
  AND c.relname ~ ('^' || $1 || '_[0-9]{8}$')
  AND to_date(right(c.relname, 8), 'YYYYMMDD') < $2
ORDER BY 1
