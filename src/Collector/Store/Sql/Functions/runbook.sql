CREATE OR REPLACE FUNCTION tidemark.runbook(page text) RETURNS text
LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT rtrim(l.url, '/') || '/runbooks/' || $1 FROM tidemark_store.links l WHERE l.name = 'collector'
$$;
COMMENT ON FUNCTION tidemark.runbook(text) IS 'URL of the runbook of an alert rule, served by the collector at the address in tidemark.links.';
