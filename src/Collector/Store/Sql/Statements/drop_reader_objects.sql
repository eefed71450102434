-- Drops large objects of the role, as members of it may. $1 = maximum number.
SELECT count(lo_unlink(oid))
FROM (SELECT oid FROM pg_largeobject_metadata WHERE lomowner = to_regrole('tidemark_reader')::oid LIMIT $1) AS made
