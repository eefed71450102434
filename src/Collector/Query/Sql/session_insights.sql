SELECT severity AS "Severity", message || '. ' || next_step || '.' AS "Message" FROM tidemark.insights WHERE session_id = $1 ORDER BY first_at LIMIT 20
