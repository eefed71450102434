-- The holder may change tables, views, functions and roles. Readers cannot take this lock, and reading the table does not conflict with it.
LOCK TABLE tidemark_store.migrations IN SHARE ROW EXCLUSIVE MODE
