-- Held by every lane's transaction; the settling of events takes the exclusive form. Nothing else in it: what a statement sees is what
-- there was before it waited.
SELECT pg_advisory_xact_lock_shared(8390045653174710630)
