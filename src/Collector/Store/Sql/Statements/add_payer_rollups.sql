-- Adds to the tiers' rows the sums of merged deltas. Rows come in the key's order; most of their numbers are NULL.
INSERT INTO tidemark_store.payer_rollups AS held ({columns}, slot)
SELECT {values}, 0
FROM {rows}
ON CONFLICT ({key}, slot) DO UPDATE SET
    {summed},
    cells = tidemark_store.cells_append(held.cells, excluded.cells)
