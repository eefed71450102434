CREATE OR REPLACE FUNCTION tidemark_store.health_status(score double precision) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN score >= 90 THEN 'healthy' WHEN score >= 75 THEN 'degraded' WHEN score >= 50 THEN 'poor' WHEN score IS NOT NULL THEN 'critical' END
$$;
COMMENT ON FUNCTION tidemark_store.health_status(double precision) IS 'healthy from 90, degraded from 75, poor from 50, otherwise critical.';
