CREATE OR REPLACE FUNCTION tidemark_store.duration_text(ms double precision) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN ms < 1 THEN round(ms::numeric, 2)::text || ' ms' WHEN ms < 1000 THEN round(ms::numeric)::text || ' ms'
        WHEN ms < 60000 THEN round(ms::numeric / 1000, 1)::text || ' s' ELSE round(ms::numeric / 60000, 1)::text || ' min' END
$$;
COMMENT ON FUNCTION tidemark_store.duration_text(double precision) IS 'Milliseconds as short text: 0.42 ms, 142 ms, 1.2 s, 3.4 min.';
