-- Which of these sessions are named as a predecessor, and the start of their successor. $1 = session ids.
SELECT previous_session_id, min(started_at)
FROM tidemark_store.sessions
WHERE previous_session_id = ANY ($1)
GROUP BY previous_session_id
