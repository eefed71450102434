-- Two statements, as a plan for all payers is unsuitable for a few.
CREATE OR REPLACE FUNCTION tidemark_store.paid_rollups_of(tier smallint, low timestamptz, high timestamptz, payers integer[])
RETURNS SETOF tidemark_store.paid_rollups
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 1000 AS $$
BEGIN
    IF $4 IS NULL THEN
        RETURN QUERY SELECT * FROM tidemark_store.paid_rollups r WHERE r.tier = $1 AND r.bucket >= $2 AND r.bucket < $3;
    ELSE
        RETURN QUERY SELECT * FROM tidemark_store.paid_rollups r WHERE r.tier = $1 AND r.bucket >= $2 AND r.bucket < $3 AND r.payer = ANY ($4);
    END IF;
END $$;
COMMENT ON FUNCTION tidemark_store.paid_rollups_of(smallint, timestamptz, timestamptz, integer[]) IS
    'The merged rollup rows of some payers (NULL = all) in a tier and range.';
