-- The holder may change tables, views, functions and roles. Readers cannot take it, and those who read the table are not held up.
LOCK TABLE tidemark_store.migrations IN SHARE ROW EXCLUSIVE MODE
