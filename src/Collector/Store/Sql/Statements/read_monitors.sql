-- Not locked: nearly always nothing changes, and lanes whose services share a dependency must not wait for each other. Who
-- does write a row is held to its revision.
SELECT m.*
FROM {rows}
JOIN tidemark_store.monitors m USING ({columns})
