-- Takes a job until the end of the transaction. No row: another collector is doing it. $1 = job.
SELECT true FROM tidemark_store.jobs WHERE job = $1 FOR UPDATE SKIP LOCKED
