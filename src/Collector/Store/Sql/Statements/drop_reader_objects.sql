-- Large objects of the role: members of it may drop them. $1 = most.
SELECT count(lo_unlink(oid))
FROM (SELECT oid FROM pg_largeobject_metadata WHERE lomowner = to_regrole('tidemark_reader')::oid LIMIT $1) AS made
