-- The range as few rollup rows as possible: hours inside, five minutes around them, ten seconds at the edges. Where the
-- finer tier is no longer kept, the edge widens to the next coarser one.
CREATE OR REPLACE FUNCTION tidemark_store.slices("from" timestamptz, "to" timestamptz)
RETURNS TABLE (tier smallint, low timestamptz, high timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 4 AS $$
DECLARE
    fine timestamptz := now() - interval '2 days';
    medium timestamptz := now() - interval '35 days';
    a10 timestamptz;
    b10 timestamptz;
    a300 timestamptz;
    b300 timestamptz;
    a3600 timestamptz;
    b3600 timestamptz;
BEGIN
    a10 := tidemark_store.floor_to("from", CASE WHEN "from" < medium THEN 3600 WHEN "from" < fine THEN 300 ELSE 10 END);
    b10 := tidemark_store.ceil_to("to", CASE WHEN "to" < medium THEN 3600 WHEN "to" < fine THEN 300 ELSE 10 END);
    a300 := tidemark_store.ceil_to(a10, 300);
    b300 := tidemark_store.floor_to(b10, 300);
    IF a300 >= b300 THEN
        RETURN QUERY SELECT 10::smallint, a10, b10;
        RETURN;
    END IF;
    RETURN QUERY SELECT 10::smallint, a10, a300 WHERE a10 < a300;
    RETURN QUERY SELECT 10::smallint, b300, b10 WHERE b300 < b10;
    a3600 := tidemark_store.ceil_to(a300, 3600);
    b3600 := tidemark_store.floor_to(b300, 3600);
    IF a3600 >= b3600 THEN
        RETURN QUERY SELECT 300::smallint, a300, b300;
        RETURN;
    END IF;
    RETURN QUERY SELECT 300::smallint, a300, a3600 WHERE a300 < a3600;
    RETURN QUERY SELECT 300::smallint, b3600, b300 WHERE b3600 < b300;
    RETURN QUERY SELECT 3600::smallint, a3600, b3600;
END $$;
COMMENT ON FUNCTION tidemark_store.slices(timestamptz, timestamptz) IS
    'Splits a range into the rollup tiers that answer it with the fewest rows, exact to ten seconds.';
