-- Appends the sums of a transaction's operations. Nothing is updated, so no row lock is waited for.
-- Many values are NULL: to find one in such an array by position, all before it are passed.
INSERT INTO tidemark_store.rollup_deltas ({columns})
SELECT {values}
FROM {rows}
