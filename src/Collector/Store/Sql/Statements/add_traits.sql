-- New combinations of traits, while there is room for them. $9 = the most rows of the table.
INSERT INTO tidemark_store.traits (digest, used_on, request_model, response_model, context_max, finish_reason, labels, attributes)
SELECT DISTINCT ON (x.digest) x.*
FROM unnest($1::uuid[], $2::date[], $3::text[], $4::text[], $5::integer[], $6::text[], $7::jsonb[], $8::jsonb[])
    AS x (digest, used_on, request_model, response_model, context_max, finish_reason, labels, attributes)
WHERE NOT EXISTS (SELECT FROM tidemark_store.traits t WHERE t.digest = x.digest)
ORDER BY x.digest
LIMIT greatest($9 - (SELECT count(*) FROM tidemark_store.traits), 0)
ON CONFLICT DO NOTHING
