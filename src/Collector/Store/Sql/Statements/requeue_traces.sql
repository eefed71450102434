-- Queues traces again, each with the time at which it was first queued.
INSERT INTO tidemark_store.trace_queue ({columns})
SELECT {values}
FROM {rows}
