SELECT x.position::integer, p.number
FROM {ordered_rows}
JOIN tidemark_store.payers p USING ({columns})
