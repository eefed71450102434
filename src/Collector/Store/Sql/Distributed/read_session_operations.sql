-- The operations of some sessions, for folding their rows again. $2 = maximum rows per session; one more is returned if there are more.
SELECT o.*
FROM (
    SELECT held.*, row_number() OVER (PARTITION BY held.session_id) AS place
    FROM tidemark_store.whole_operations held
    WHERE held.session_id = ANY ($1::text[])
) o
WHERE o.place <= $2 + 1
