-- Held by every lane's transaction; the settling of events takes the exclusive form. Also tells whether there is anything to look up.
SELECT pg_advisory_xact_lock_shared(8390045653174710630), EXISTS (SELECT FROM tidemark_store.told_by_event) OR EXISTS (SELECT FROM tidemark_store.told_by_inner)
