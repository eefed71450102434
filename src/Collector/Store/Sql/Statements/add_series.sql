INSERT INTO tidemark_store.series (scope, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, error_type)
SELECT * FROM unnest($1::smallint[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
ON CONFLICT DO NOTHING
