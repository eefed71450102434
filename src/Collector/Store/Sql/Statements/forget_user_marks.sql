-- Removes a user from the marks of budgets. $1 = user id.
DELETE FROM tidemark_store.budget_marks m
USING tidemark_store.budgets b
WHERE m.value = $1 AND b.name = m.budget AND b.scope = 'user'
