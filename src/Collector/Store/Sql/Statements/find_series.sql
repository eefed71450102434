SELECT k.position::integer, s.number
FROM unnest($1::smallint[], $2::text[], $3::text[], $4::smallint[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[])
    WITH ORDINALITY AS k (scope, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, error_type, position)
JOIN tidemark_store.series s
    USING (scope, service, environment, kind, operation, provider, model, agent, workflow, tool, dependency, error_type)
