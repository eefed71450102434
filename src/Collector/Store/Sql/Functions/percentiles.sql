-- A loop over the sorted cells: for the few hundred cells of a group many times faster than grouping and ranking them as rows. Starts at
-- the top, as two of the three percentiles are near it, and ends at the median. Cells of one bucket are adjacent, the negative ones last:
-- a bucket's count is known when the next bucket begins.
CREATE OR REPLACE FUNCTION tidemark_store.percentiles(cells bigint[], OUT timed bigint, OUT p50_ms double precision, OUT p95_ms double precision,
    OUT p99_ms double precision)
LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE AS $$
DECLARE
    sorted bigint[] := ARRAY(SELECT unnest(cells) AS c ORDER BY c DESC) || (-1::bigint << 40);
    goal bigint;
    below bigint;
    bucket bigint := (sorted[1] + 549755813888) >> 40;
    floor bigint := (bucket << 40) - 549755813888;
    cell bigint;
BEGIN
    timed := 0;
    FOREACH cell IN ARRAY sorted LOOP
        timed := timed + cell - ((cell + 549755813888) >> 40 << 40);
    END LOOP;
    below := timed;
    goal := ceil(0.99 * timed);
    FOREACH cell IN ARRAY sorted LOOP
        IF cell < floor THEN
            IF below < goal THEN
                IF p99_ms IS NULL THEN
                    p99_ms := tidemark_store.cell_ms(bucket);
                    goal := ceil(0.95 * timed);
                END IF;
                IF p95_ms IS NULL AND below < goal THEN
                    p95_ms := tidemark_store.cell_ms(bucket);
                    goal := ceil(0.50 * timed);
                END IF;
                IF p95_ms IS NOT NULL AND below < goal THEN
                    p50_ms := tidemark_store.cell_ms(bucket);
                    RETURN;
                END IF;
            END IF;
            bucket := (cell + 549755813888) >> 40;
            floor := (bucket << 40) - 549755813888;
        END IF;
        below := below - (cell - (bucket << 40));
    END LOOP;
END $$;
COMMENT ON FUNCTION tidemark_store.percentiles(bigint[]) IS
    'Number of durations in a histogram, and their 50th, 95th and 99th percentiles in milliseconds, each within 1.1 %: the middle of its histogram bucket.';
