-- Appends the sums of a transaction's operations. Nothing is updated, so it never waits for row locks.
-- Many values are NULL, which makes array access by position slow: all elements before it are passed.
INSERT INTO tidemark_store.rollup_deltas ({columns})
SELECT {values}
FROM {rows}
