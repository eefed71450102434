-- Removes a user from session events, whose messages name users only for a user's own budget. $1 = user id.
UPDATE tidemark_store.session_events
SET user_id = NULL,
    message = CASE WHEN event_type = 'budget_threshold' THEN 'A user''s budget' ELSE message END,
    data = CASE WHEN event_type = 'budget_threshold' THEN data - 'value' ELSE data END
WHERE user_id = $1
