-- Not locked: nearly always nothing changes, and lanes whose services share a dependency must not wait for each other. Who
-- does write a row is held to its revision.
SELECT m.*
FROM unnest($1::smallint[], $2::text[], $3::text[], $4::text[], $5::smallint[]) AS k (kind, service, environment, subject, shard)
JOIN tidemark_store.monitors m USING (kind, service, environment, subject, shard)
