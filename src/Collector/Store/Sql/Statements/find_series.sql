SELECT x.position::integer, s.number
FROM {ordered_rows}
JOIN tidemark_store.series s USING ({columns})
