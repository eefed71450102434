-- No row: another collector sweeps.
SELECT true FROM tidemark_store.jobs WHERE job = 'sweep' FOR UPDATE SKIP LOCKED
