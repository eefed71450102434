-- The price book in force: the collector's catalogue overlaid by the user's file, replaced at every start. version: of the
-- collector that wrote a price; an earlier one does not put its own back.
CREATE TABLE tidemark_store.model_prices (
    provider text NOT NULL,
    model text NOT NULL,
    valid_from timestamptz NOT NULL,
    shard smallint NOT NULL DEFAULT 0,
    input_usd_per_million numeric,
    output_usd_per_million numeric,
    cache_read_usd_per_million numeric,
    cache_write_usd_per_million numeric,
    context_max integer,
    source text NOT NULL,
    version text,
    PRIMARY KEY (provider, model, valid_from, shard)
);
