CREATE OR REPLACE FUNCTION tidemark_store.count_text(n numeric) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN n < 10000 THEN round(n)::text WHEN n < 10000000 THEN round(n / 1000)::text || ' K' ELSE round(n / 1000000)::text || ' Mil' END
$$;
COMMENT ON FUNCTION tidemark_store.count_text(numeric) IS 'A count as short text in Grafana''s format: 142, 38 K, 12 Mil.';
