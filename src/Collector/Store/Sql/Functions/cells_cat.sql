-- Concatenates histograms without summing: consumers sort the cells anyway.
CREATE OR REPLACE AGGREGATE tidemark_store.cells_cat(bigint[]) (
    sfunc = array_cat, stype = bigint[], initcond = '{}', combinefunc = array_cat, parallel = safe);
COMMENT ON AGGREGATE tidemark_store.cells_cat(bigint[]) IS 'The cells of several duration histograms in one array.';
