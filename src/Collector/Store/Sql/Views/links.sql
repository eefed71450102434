CREATE OR REPLACE VIEW tidemark.links AS
SELECT name,
    url,
    description
FROM tidemark_store.links;
COMMENT ON VIEW tidemark.links IS 'Addresses that alerts link to: UPDATE tidemark.links SET url = ... WHERE name = ''collector''.';
