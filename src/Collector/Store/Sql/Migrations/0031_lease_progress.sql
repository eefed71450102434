-- How far a job has come, for whoever takes it over.
ALTER TABLE tidemark_store.leases ADD COLUMN progress text, ADD COLUMN progress_at timestamptz, SET (fillfactor = 50);
