-- Deletes marks of periods that began before $1.
DELETE FROM tidemark_store.budget_marks WHERE period_start < $1
