-- Rows of several workers are locked by none of them: settling has one owner at a time. So has numbering series and traits: transactions that write
-- such tables on every server at the same time deadlock.
INSERT INTO tidemark_store.jobs VALUES ('settling'), ('numbering'), ('relay') ON CONFLICT DO NOTHING
