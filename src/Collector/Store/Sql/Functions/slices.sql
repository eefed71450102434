-- Divides a range into as few rollup rows as possible: hours inside, five minutes around them, ten seconds at the edges. If the
-- finer tier is no longer kept, the edge is widened to the next coarser one.
CREATE OR REPLACE FUNCTION tidemark_store.slices("from" timestamptz, "to" timestamptz)
RETURNS TABLE (tier smallint, low timestamptz, high timestamptz)
LANGUAGE plpgsql STABLE PARALLEL SAFE ROWS 4 AS $$
DECLARE
    a10 timestamptz := tidemark_store.floor_to("from", tidemark_store.finest_tier("from"));
    b10 timestamptz := tidemark_store.ceil_to("to", tidemark_store.finest_tier("to"));
    a300 timestamptz := tidemark_store.ceil_to(a10, {tier.five_minutes});
    b300 timestamptz := tidemark_store.floor_to(b10, {tier.five_minutes});
    a3600 timestamptz := tidemark_store.ceil_to(a300, {tier.one_hour});
    b3600 timestamptz := tidemark_store.floor_to(b300, {tier.one_hour});
BEGIN
    IF a300 >= b300 THEN
        RETURN QUERY SELECT {tier.ten_seconds}::smallint, a10, b10;
        RETURN;
    END IF;
    RETURN QUERY SELECT {tier.ten_seconds}::smallint, a10, a300 WHERE a10 < a300;
    RETURN QUERY SELECT {tier.ten_seconds}::smallint, b300, b10 WHERE b300 < b10;
    IF a3600 >= b3600 THEN
        RETURN QUERY SELECT {tier.five_minutes}::smallint, a300, b300;
        RETURN;
    END IF;
    RETURN QUERY SELECT {tier.five_minutes}::smallint, a300, a3600 WHERE a300 < a3600;
    RETURN QUERY SELECT {tier.five_minutes}::smallint, b3600, b300 WHERE b3600 < b300;
    RETURN QUERY SELECT {tier.one_hour}::smallint, a3600, b3600;
END $$;
COMMENT ON FUNCTION tidemark_store.slices(timestamptz, timestamptz) IS
    'Splits a range into the rollup tiers that cover it with the fewest rows, exact to ten seconds while those are kept.';
