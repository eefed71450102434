-- Removes a user from session events. Only messages about a user's own budget contain the user's id. $1 = user id.
UPDATE tidemark_store.session_events
SET user_id = NULL,
    message = CASE WHEN event_type = 'budget_threshold' THEN 'A user''s budget passed a threshold' ELSE message END,
    data = CASE WHEN event_type = 'budget_threshold' THEN data - 'value' ELSE data END
WHERE user_id = $1
