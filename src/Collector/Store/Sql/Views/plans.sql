CREATE OR REPLACE VIEW tidemark.plans AS
SELECT service, user_pattern, monthly_usd, seats, note
FROM tidemark_store.plans;
COMMENT ON VIEW tidemark.plans IS
    'Flat plans, paid by the month instead of by the call. INSERT INTO tidemark.plans (service, user_pattern, monthly_usd, note) VALUES (''claude-code'', '
    '''%'', 100, ''Max''). user_pattern as in LIKE, matched against the user id; of several matches the longest applies. monthly_usd is per seat; seats '
    'NULL = one per user seen in the range (at least one).';
