-- A loop over the sorted cells: for the few hundred of a group many times faster than grouping and ranking them as rows. From
-- the top, where two of the three are near: it ends at the median, half-way.
CREATE OR REPLACE FUNCTION tidemark_store.percentiles(cells bigint[], total bigint, OUT p50 bigint, OUT p95 bigint, OUT p99 bigint)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    sorted bigint[] := ARRAY(SELECT unnest(cells) AS c ORDER BY c DESC);
    goal bigint := ceil(0.99 * total);
    below bigint := total;
    cell bigint;
BEGIN
    FOREACH cell IN ARRAY sorted LOOP
        below := below - (cell & 1099511627775);
        IF below < goal THEN
            IF p99 IS NULL THEN
                p99 := cell >> 40;
                goal := ceil(0.95 * total);
            END IF;
            IF p95 IS NULL AND below < goal THEN
                p95 := cell >> 40;
                goal := ceil(0.50 * total);
            END IF;
            IF p95 IS NOT NULL AND below < goal THEN
                p50 := cell >> 40;
                RETURN;
            END IF;
        END IF;
    END LOOP;
END $$;
COMMENT ON FUNCTION tidemark_store.percentiles(bigint[], bigint) IS 'The histogram buckets that the 50th, 95th and 99th percentile of so many values fall into.';
