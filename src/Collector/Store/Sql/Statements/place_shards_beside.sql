-- With the same shards as another table, and on the same workers. $1 = table, $2 = column, $3 = the other table.
SELECT create_distributed_table($1::text::regclass, $2::text, colocate_with := $3::text)
