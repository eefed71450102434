SELECT m.*
FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::smallint[]) AS k (kind, service, environment, subject, shard)
JOIN tidemark_store.monitors m USING (kind, service, environment, subject, shard)
ORDER BY m.kind, m.service, m.environment, m.subject, m.shard
FOR UPDATE OF m
