CREATE OR REPLACE FUNCTION tidemark_store.longs_add(a bigint[], b bigint[]) RETURNS bigint[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN cardinality(b) = 0 THEN a WHEN cardinality(a) = 0 THEN b
        ELSE (SELECT array_agg(coalesce(x, 0) + coalesce(y, 0) ORDER BY position) FROM unnest(a, b) WITH ORDINALITY AS t (x, y, position)) END
$$;
COMMENT ON FUNCTION tidemark_store.longs_add(bigint[], bigint[]) IS 'Adds two arrays position by position; an empty one counts as zeros.';
