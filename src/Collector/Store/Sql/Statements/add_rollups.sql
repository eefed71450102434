-- Adds the sums of merged deltas to the rows of the tiers, in key order.
-- Array elements are accessed by position: unnest over so many arrays took a seventh of the total time.
INSERT INTO tidemark_store.rollups AS held ({columns}, slot)
SELECT {indexed_values}, 0
FROM {indexed_rows}
ON CONFLICT ({key}, slot) DO UPDATE SET
    {added},
    kinds = tidemark_store.counts_add(held.kinds, excluded.kinds), cells = tidemark_store.cells_append(held.cells, excluded.cells)
