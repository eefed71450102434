-- Bytes on disk by table, day partitions together, the largest first: heap with its side table, and indexes.
SELECT regexp_replace(c.relname, '_([0-9]{8}|default)$', '') AS relation, sum(pg_table_size(c.oid))::bigint AS heap,
    sum(pg_indexes_size(c.oid))::bigint AS indexes
FROM pg_class c
WHERE c.relnamespace = $1::regnamespace AND c.relkind = 'r'
GROUP BY 1
HAVING sum(pg_total_relation_size(c.oid)) > 0
ORDER BY sum(pg_total_relation_size(c.oid)) DESC
