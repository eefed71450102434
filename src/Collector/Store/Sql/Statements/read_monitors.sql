-- Without a lock: monitors rarely change, and lanes whose services share a dependency must not wait for each other. Writes
-- are guarded by the revision.
SELECT m.*
FROM {rows}
JOIN tidemark_store.monitors m USING ({columns})
