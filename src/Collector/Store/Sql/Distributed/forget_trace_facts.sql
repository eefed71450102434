-- Deletes what is older than $1. All at once, on all servers at a time: Citus does not delete a number of rows ($2).
DELETE FROM tidemark_store.trace_facts WHERE recorded_at < $1 AND $2::integer > 0
