-- Which of these sessions another one names as its predecessor, and since when. $1 = session ids.
SELECT previous_session_id, min(started_at)
FROM tidemark_store.sessions
WHERE previous_session_id = ANY ($1)
GROUP BY previous_session_id
