-- Takes a job until the transaction ends. No row: another collector does it. $1 = the job.
SELECT true FROM tidemark_store.jobs WHERE job = $1 FOR UPDATE SKIP LOCKED
