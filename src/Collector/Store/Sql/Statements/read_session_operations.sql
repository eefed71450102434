-- The operations of some sessions, from which a fold makes their rows again. $2 = rows of one session at most, and one more to show that there are more.
SELECT o.*
FROM unnest($1::text[]) AS wanted (session_id)
CROSS JOIN LATERAL (SELECT * FROM tidemark_store.whole_operations held WHERE held.session_id = wanted.session_id LIMIT $2 + 1) o
