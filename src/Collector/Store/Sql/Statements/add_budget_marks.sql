INSERT INTO tidemark_store.budget_marks ({columns})
SELECT {values} FROM {rows}
