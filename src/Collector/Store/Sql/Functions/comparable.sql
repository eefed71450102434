-- Grafana's stat panels show the change from the first value of a column to the last one. Without a first value they show 0 %; with Infinity
-- they show no change.
CREATE OR REPLACE FUNCTION tidemark_store.comparable(before double precision, now double precision, is_known boolean) RETURNS double precision
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN $3 AND $1 <> 0 AND $2 IS NOT NULL THEN $1 ELSE 'Infinity' END
$$;
COMMENT ON FUNCTION tidemark_store.comparable(double precision, double precision, boolean) IS
    'A number of the previous period, or infinity if no change against it can be computed.';
