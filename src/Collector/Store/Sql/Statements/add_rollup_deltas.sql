-- Appends the sums of a transaction's operations. Nothing is updated, so it never waits for row locks.
-- Uses unnest: with many NULLs in an array, access by position is slow, as it passes over all preceding elements.
INSERT INTO tidemark_store.rollup_deltas ({columns})
SELECT {values}
FROM {rows}
