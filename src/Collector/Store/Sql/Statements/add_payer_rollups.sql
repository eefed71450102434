-- Adds the sums of merged deltas to the rows of the tiers, in key order; most of their numbers are NULL.
INSERT INTO tidemark_store.payer_rollups AS held ({columns}, slot)
SELECT {values}, 0
FROM {rows}
ON CONFLICT ({key}, slot) DO UPDATE SET
    {summed},
    cells = tidemark_store.cells_append(held.cells, excluded.cells)
