-- Appends what a transaction's operations come to. Nothing is rewritten here, and nobody else's row is waited for.
-- Many values are NULL: to find one in such an array by position, all before it are passed.
INSERT INTO tidemark_store.rollup_deltas ({columns})
SELECT {values}
FROM {rows}
