-- Whether the first of the tables is distributed; the others are distributed in the same transaction.
SELECT EXISTS (SELECT FROM pg_dist_partition WHERE logicalrelid = to_regclass('tidemark_store.operations'))
