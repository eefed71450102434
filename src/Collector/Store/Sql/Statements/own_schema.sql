-- Whoever holds it changes what tables, views, functions and roles there are. Readers cannot take it, and those who read the table are not held up.
LOCK TABLE tidemark_store.migrations IN SHARE ROW EXCLUSIVE MODE
