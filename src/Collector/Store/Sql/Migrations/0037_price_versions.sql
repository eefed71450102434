-- Which version of the collector wrote a price: an earlier one does not put its own back.
ALTER TABLE tidemark_store.model_prices ADD COLUMN version text;
