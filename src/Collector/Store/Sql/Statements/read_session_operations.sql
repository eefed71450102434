-- The operations of some sessions, for folding their rows again. $2 = maximum rows per session; one more is returned if there are more.
SELECT o.*
FROM unnest($1::text[]) AS wanted (session_id)
CROSS JOIN LATERAL (SELECT * FROM tidemark_store.whole_operations held WHERE held.session_id = wanted.session_id LIMIT $2 + 1) o
