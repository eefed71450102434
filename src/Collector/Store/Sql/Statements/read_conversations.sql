SELECT c.*
FROM {rows}
JOIN tidemark_store.conversations c USING ({columns})
