CREATE OR REPLACE VIEW tidemark.database_size AS
SELECT coalesce(root.relname, c.relname)::text AS relation, sum(pg_total_relation_size(c.oid))::bigint AS bytes
FROM pg_class c
LEFT JOIN pg_class root ON root.oid = pg_partition_root(c.oid)
WHERE c.relnamespace = 'tidemark_store'::regnamespace AND c.relkind = 'r'
GROUP BY 1;
COMMENT ON VIEW tidemark.database_size IS 'Bytes on disk per table, with indexes and all partitions.';
