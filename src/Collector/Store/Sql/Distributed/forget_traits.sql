-- Deletes combinations without any stored operations. $1 = not used since. The table is on every server, and small.
DELETE FROM tidemark_store.traits WHERE used_on < ($1::timestamptz AT TIME ZONE 'UTC') AND $2::integer > 0
