SELECT o.*
FROM {rows}
JOIN tidemark_store.whole_operations o USING ({columns})
