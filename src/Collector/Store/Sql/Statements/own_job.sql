-- Takes a job until the end of the transaction, after its present owner. $1 = job.
UPDATE tidemark_store.jobs SET job = job WHERE job = $1
