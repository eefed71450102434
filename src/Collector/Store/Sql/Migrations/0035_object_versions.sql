-- Which version of the collector wrote a view or function: an earlier one does not put its own back.
ALTER TABLE tidemark_store.migrations ADD COLUMN version text;
