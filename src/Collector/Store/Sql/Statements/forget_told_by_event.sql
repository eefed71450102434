WITH inner_spans AS (DELETE FROM tidemark_store.told_by_inner WHERE started_at < $1)
DELETE FROM tidemark_store.told_by_event WHERE started_at < $1
