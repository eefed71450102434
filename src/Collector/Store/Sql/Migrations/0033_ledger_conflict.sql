-- Of the duplicates, operations that came again with other numbers. Collectors of before do not count them.
ALTER TABLE tidemark_store.ledger ADD COLUMN conflict bigint NOT NULL DEFAULT 0;
