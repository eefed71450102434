SELECT occurred_at AS "OccurredAt", event_type AS "Type", severity AS "Severity", message AS "Message"
FROM tidemark.session_events
WHERE session_id = $1
ORDER BY occurred_at, event_id
LIMIT $2
